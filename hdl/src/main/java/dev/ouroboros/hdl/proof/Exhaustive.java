package dev.ouroboros.hdl.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Decides a literal by trying every value of what it depends on: sure, and faster than reasoning while that is little. */
final class Exhaustive {
    /** Of the six inputs that differ within a word: bit i of the word is the case number i. */
    private static final long[] WITHIN = {
        0xAAAAAAAAAAAAAAAAL,
        0xCCCCCCCCCCCCCCCCL,
        0xF0F0F0F0F0F0F0F0L,
        0xFF00FF00FF00FF00L,
        0xFFFF0000FFFF0000L,
        0xFFFFFFFF00000000L
    };

    private final Aig aig;
    private final List<Integer> leaves = new ArrayList<>();
    private final List<Integer> nodes = new ArrayList<>();

    private Exhaustive(Aig aig, int literal, BitSet cut) {
        this.aig = aig;
        var needed = new BitSet();
        needed.set(literal >> 1);
        for (int variable = literal >> 1; variable > 0; variable = needed.previousSetBit(variable - 1)) {
            int[] operands = aig.operands(variable);
            if (operands[0] < 0 || cut.get(variable)) {
                leaves.add(variable);
            } else {
                nodes.add(variable);
                needed.set(operands[0] >> 1);
                needed.set(operands[1] >> 1);
            }
        }
    }

    /**
     * Says whether a literal is 0 whatever its inputs and latches are; open if finding out takes too long or is
     * interrupted.
     *
     * @param work how many operations on words of 64 cases it may take
     */
    static Answer never(Aig aig, int literal, long work) {
        return new Exhaustive(aig, literal, new BitSet()).never(literal, work);
    }

    /**
     * Returns whether two literals are known to be the same function of inputs and latches.
     *
     * @param cut variables that may be anything, whatever they are made of
     */
    static boolean same(Aig aig, int a, int b, BitSet cut, long work) {
        int differs = aig.xor(a, b);
        return a == b || new Exhaustive(aig, differs, cut).never(differs, work) instanceof Answer.Holds;
    }

    private Answer never(int literal, long work) {
        int outer = Math.max(0, leaves.size() - WITHIN.length);
        if (outer > 40 || (long) (nodes.size() + 1) << outer > work) {
            return new Answer.Open(0);
        }
        var values = new long[aig.size()];
        for (int i = 0; i < Math.min(leaves.size(), WITHIN.length); i++) {
            values[leaves.get(i)] = WITHIN[i];
        }
        int[] order = nodes.reversed().stream().mapToInt(Integer::intValue).toArray();
        for (long block = 0; block < 1L << outer; block++) {
            if (Thread.currentThread().isInterrupted()) {
                return new Answer.Open(0);
            }
            for (int i = 0; i < outer; i++) {
                values[leaves.get(i + WITHIN.length)] = -((block >> i) & 1);
            }
            for (int variable : order) {
                int[] operands = aig.operands(variable);
                values[variable] = of(values, operands[0]) & of(values, operands[1]);
            }
            long ones = of(values, literal);
            if (ones != 0) {
                return failing(values, Long.numberOfTrailingZeros(ones));
            }
        }
        return new Answer.Holds();
    }

    private Answer failing(long[] values, int lane) {
        var inputs = new BitSet();
        for (int i = 0; i < aig.inputs().size(); i++) {
            inputs.set(i, ((values[aig.inputs().get(i) >> 1] >>> lane) & 1) == 1);
        }
        return new Answer.Fails(List.of(inputs));
    }

    private static long of(long[] values, int literal) {
        return values[literal >> 1] ^ -(literal & 1L);
    }
}
