package dev.ouroboros.engine.search;

import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.space.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The sources that are worth changing further: the incumbent's, and others that came close to it or went beyond it with
 * the same parameter values, so that only the change of sources is compared.
 */
final class Variants {
    private static final int OTHERS = 4;

    /** A change that costs more than this is no step towards a better one. */
    private static final double LEAST_ADVANTAGE = Math.log(0.7);

    /**
     * One way the sources could be.
     *
     * @param candidate digest of an artifact that has them
     * @param advantage natural logarithm of its gain over the incumbent's sources
     */
    record Variant(String candidate, double advantage) {}

    private Variants() {}

    /** Returns the incumbent first, then the others, the best first. */
    static List<Variant> of(ProposerContext context) {
        var incumbent = context.incumbent().digest();
        var own = "";
        for (var observation : context.history()) {
            if (own.isEmpty() || observation.candidate().equals(incumbent)) {
                own = observation.sources();
            }
        }
        var bySetting = new HashMap<Map<String, Setting>, Double>();
        for (var observation : context.history()) {
            if (observation.sources().equals(own) && !Double.isNaN(observation.logGain())) {
                bySetting.merge(observation.settings(), observation.logGain(), Math::max);
            }
        }
        var variants = new ArrayList<Variant>();
        variants.add(new Variant(incumbent, 0));
        others(context.history(), own, bySetting).values().stream()
                .filter(variant -> variant.advantage() > LEAST_ADVANTAGE)
                .sorted(Comparator.comparingDouble(Variant::advantage)
                        .reversed()
                        .thenComparing(Variant::candidate))
                .limit(OTHERS)
                .forEach(variants::add);
        return List.copyOf(variants);
    }

    private static Map<String, Variant> others(
            List<Observation> history, String own, Map<Map<String, Setting>, Double> bySetting) {
        var others = new HashMap<String, Variant>();
        for (var observation : history) {
            double advantage = observation.logGain() - bySetting.getOrDefault(observation.settings(), Double.NaN);
            if (!observation.sources().equals(own) && !Double.isNaN(advantage)) {
                others.merge(
                        observation.sources(),
                        new Variant(observation.candidate(), advantage),
                        (a, b) -> a.advantage() >= b.advantage() ? a : b);
            }
        }
        return others;
    }
}
