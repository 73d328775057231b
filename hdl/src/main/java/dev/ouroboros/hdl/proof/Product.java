package dev.ouroboros.hdl.proof;

import java.util.ArrayList;
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
 * @param powerUp what the registers held when power came
 * @param resetting what came in while the reset was held, one element a cycle
 * @param running what comes in in each cycle of the graph
 * @param differs 1 in a cycle in which the candidate is wrong, and maybe in others; never 1 only if it is never wrong
 * @param doubtful whether the seed leaves anything undefined that a proof could take as a permission
 * @param latency how many cycles later than the seed the candidate is
 */
record Product(
        Aig aig,
        PowerUp powerUp,
        List<Stimulus> resetting,
        Stimulus running,
        int differs,
        boolean doubtful,
        int latency)
        implements Graph {

    /**
     * Makes it, registers that are alike joined. Joining is induction: such registers start alike, and if all of them are alike
     * they are so in the next cycle too. Where that is not known of a pair, because it holds only in states that can be
     * reached, {@link #differs} is also 1 if such a pair parts: an engine that shows that this never happens has shown both. But
     * as it may happen where the designs do not differ, what comes last is a product without such pairs.
     *
     * @return one or two, the first to be tried first
     */
    static List<Product> of(Obligation obligation, RandomGenerator random) {
        var apart = new ProductBuilder(obligation, Map.of());
        Product unjoined = apart.build();
        var joined = new TreeMap<>(apart.alike(random));
        var products = new ArrayList<Product>();
        while (!joined.isEmpty()) {
            var builder = new ProductBuilder(obligation, joined);
            Product product = builder.build();
            Set<Integer> broken = builder.broken(random);
            boolean proved = builder.open().isEmpty();
            if (broken.isEmpty() && (proved || products.isEmpty())) {
                products.add(product);
            }
            if (broken.isEmpty() && proved) {
                return products;
            }
            joined.keySet().removeAll(broken);
            if (!products.isEmpty()) {
                joined.keySet().removeAll(builder.open());
            }
        }
        products.add(unjoined);
        return products;
    }

    /** Makes it with every register on its own. */
    static Product apart(Obligation obligation) {
        return new ProductBuilder(obligation, Map.of()).build();
    }
}
