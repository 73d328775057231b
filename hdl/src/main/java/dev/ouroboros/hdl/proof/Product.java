package dev.ouroboros.hdl.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Both designs side by side as one graph, with a literal that says that they differ. It begins where the reset ended: a bit
 * of state starts at what the reset made of it, a constant mostly, which is what lets an engine see at once that two registers
 * are alike. What the reset leaves alone starts as a formula over the inputs during the reset and over what the registers
 * held when power came, which is undefined in the seed and anything at all in the candidate.
 *
 * @param powerUp what the candidate's registers held when power came; constants where it is known
 * @param resetting what came in while the reset was held, one element a cycle
 * @param running what comes in in each cycle of the graph
 * @param differs 1 in a cycle in which the candidate is wrong
 * @param doubtful whether the seed leaves anything undefined that a proof could take as a permission
 */
record Product(
        Aig aig, List<Integer> powerUp, List<Stimulus> resetting, Stimulus running, int differs, boolean doubtful) {

    /**
     * Makes it, registers that are alike joined. Joining is induction: such registers start alike, and if all of them are alike
     * they are so in the next cycle too; those that fail this are taken apart again until all that are left hold.
     */
    static Product of(Obligation obligation, RandomGenerator random) {
        var apart = new ProductBuilder(obligation, Map.of());
        Product unjoined = apart.build();
        Map<Integer, Integer> joined = apart.alike(random);
        while (!joined.isEmpty()) {
            var builder = new ProductBuilder(obligation, joined);
            Product product = builder.build();
            Set<Integer> broken = builder.broken();
            if (broken.isEmpty()) {
                return product;
            }
            joined = new TreeMap<>(joined);
            joined.keySet().removeAll(broken);
        }
        return unjoined;
    }

    /** Makes it with every register on its own. */
    static Product apart(Obligation obligation) {
        return new ProductBuilder(obligation, Map.of()).build();
    }

    /** Returns whether what differs depends on nothing but the inputs of the same cycle. */
    boolean stateless() {
        return aig.latches().isEmpty();
    }
}
