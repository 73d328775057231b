package dev.ouroboros.engine.search;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Divides a batch among the arms by what each contributed so far. Shares grow with the square of the rate of
 * success, with a floor, so that no arm is ever forgotten; everything is read off the history, nothing is kept.
 */
record Portfolio(Map<Arm, Double> weights) {
    private static final double FLOOR = 0.02;
    private static final double DECAY = 0.98;
    private static final double PRIOR_TRIALS = 12;
    private static final double IMPROVEMENT = 3;
    private static final int PATIENCE = 8;
    private static final double PATIENCE_SHARE = 0.1;
    private static final double OTHERS_WHEN_STUCK = 0.125;

    /** Returns the portfolio of some arms after this history. */
    static Portfolio of(Set<Arm> arms, Iterable<Experience> history) {
        var credit = new EnumMap<Arm, Double>(Arm.class);
        var trials = new EnumMap<Arm, Double>(Arm.class);
        for (var arm : arms) {
            credit.put(arm, PRIOR_TRIALS * arm.prior());
            trials.put(arm, PRIOR_TRIALS);
        }
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int passed = 0;
        int tried = 0;
        int bestAt = 0;
        for (var experience : history) {
            double gain = experience.logGain();
            var arm = Arm.of(experience.proposer());
            if (arm != null && arms.contains(arm)) {
                double earned = passed == 0 ? 0 : earned(gain, best, sum / passed);
                credit.merge(arm, earned, (old, more) -> DECAY * old + more);
                trials.merge(arm, 1.0, (old, more) -> DECAY * old + more);
            }
            tried++;
            if (!Double.isNaN(gain)) {
                bestAt = gain > best ? tried : bestAt;
                best = Math.max(best, gain);
                sum += gain;
                passed++;
            }
        }
        boolean stuck = tried - bestAt > Math.max(PATIENCE, PATIENCE_SHARE * tried);
        return new Portfolio(focused(weights(arms, credit, trials), stuck));
    }

    /** What one trial earns: how far it came from the mean to the best, squared, and more for passing the best. */
    private static double earned(double gain, double best, double mean) {
        if (Double.isNaN(gain) || gain <= mean) {
            return 0;
        }
        if (gain > best) {
            return 1 + IMPROVEMENT;
        }
        double share = (gain - mean) / (best - mean);
        return share * share;
    }

    private static Map<Arm, Double> weights(Set<Arm> arms, Map<Arm, Double> credit, Map<Arm, Double> trials) {
        var weights = new EnumMap<Arm, Double>(Arm.class);
        double total = 0;
        for (var arm : arms) {
            double rate = credit.getOrDefault(arm, 0.0) / trials.getOrDefault(arm, 1.0);
            weights.put(arm, rate * rate);
            total += rate * rate;
        }
        double sum = total;
        weights.replaceAll((_, weight) -> FLOOR + (1 - FLOOR * arms.size()) * weight / sum);
        return weights;
    }

    /** As long as it finds something the Gaussian process gets what all arms that choose points have; else most of it. */
    private static Map<Arm, Double> focused(Map<Arm, Double> weights, boolean stuck) {
        if (!weights.containsKey(Arm.GAUSSIAN)) {
            return weights;
        }
        double kept = stuck ? OTHERS_WHEN_STUCK : 0;
        var focused = new EnumMap<Arm, Double>(weights);
        double moved = 0;
        for (var arm : PointPicker.ARMS) {
            if (arm != Arm.GAUSSIAN) {
                double weight = weights.getOrDefault(arm, 0.0);
                moved += (1 - kept) * weight;
                focused.computeIfPresent(arm, (_, whole) -> kept * whole);
            }
        }
        focused.merge(Arm.GAUSSIAN, moved, Double::sum);
        return focused;
    }

    /** Returns how many of {@code count} each arm gets: its weight's share, the remainder decided by one random number. */
    Map<Arm, Integer> divide(int count, RandomGenerator random) {
        var divided = new EnumMap<Arm, Integer>(Arm.class);
        double offset = random.nextDouble();
        double before = 0;
        for (var arm : List.copyOf(EnumSet.copyOf(weights.keySet()))) {
            double after = before + weights.getOrDefault(arm, 0.0) * count;
            divided.put(arm, (int) (Math.floor(after + offset) - Math.floor(before + offset)));
            before = after;
        }
        return divided;
    }
}
