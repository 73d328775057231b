package dev.ouroboros.hdl.proof;

import java.util.Set;

/**
 * A graph with some latches taken for 0. It has the same inputs in the same order.
 *
 * @param output what became of the literal asked for
 */
record Reduced(Aig aig, int output) {

    /** Copies what the literal needs; no other latch is left out. */
    static Reduced without(Aig from, Set<Integer> zero, int literal) {
        var to = new Aig();
        var copies = new int[from.size()];
        from.inputs().forEach(input -> copies[input >> 1] = to.input());
        from.latches().keySet().forEach(latch -> copies[latch >> 1] = zero.contains(latch) ? Aig.FALSE : to.latch());
        for (int variable = 1; variable < copies.length; variable++) {
            int[] operands = from.operands(variable);
            if (operands[0] >= 0) {
                copies[variable] = to.and(copy(copies, operands[0]), copy(copies, operands[1]));
            }
        }
        from.latches().forEach((latch, next) -> {
            if (!zero.contains(latch)) {
                to.connect(copies[latch >> 1], copy(copies, next));
            }
        });
        return new Reduced(to, copy(copies, literal));
    }

    private static int copy(int[] copies, int literal) {
        return copies[literal >> 1] ^ (literal & 1);
    }
}
