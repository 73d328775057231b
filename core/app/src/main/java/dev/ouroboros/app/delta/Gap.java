package dev.ouroboros.app.delta;

import dev.ouroboros.engine.arena.Extent;

/**
 * How far a play is from the best there is, by the logarithm of the excess over the optimum: 1 at the median of all valid
 * configurations or worse, 0 within 1 % of the optimum, which is the least gain that a run accepts. On this scale halving the
 * excess counts the same wherever a play stands.
 */
public final class Gap {
    private static final double NEAR = 0.01;

    private Gap() {}

    /** Returns the gap of a value. */
    static double of(double value, Extent extent) {
        double way = Math.log(excess(extent.median(), extent) / NEAR);
        return way <= 0 ? 0 : Math.clamp(Math.log(excess(value, extent) / NEAR) / way, 0, 1);
    }

    private static double excess(double value, Extent extent) {
        return Math.max(NEAR, value / extent.optimum() - 1);
    }

    /**
     * Returns the area under the gap from the beginning of a play to the end of its time, as a share of both: 0 finds the
     * optimum at once, 1 never finds anything better than the median. Before its first valid result the gap is 1.
     */
    public static double area(Trace trace, Extent extent) {
        double area = 0;
        double gap = 1;
        double since = 0;
        for (var step : trace.steps()) {
            area += gap * (step.seconds() - since);
            since = step.seconds();
            gap = of(step.value(), extent);
        }
        return (area + gap * (extent.seconds() - since)) / extent.seconds();
    }

    /** Returns the gap after that share of the time. */
    static double at(double share, Trace trace, Extent extent) {
        double gap = 1;
        for (var step : trace.steps()) {
            if (step.seconds() > share * extent.seconds()) {
                break;
            }
            gap = of(step.value(), extent);
        }
        return gap;
    }

    /**
     * Returns imp@k: how many times as fast as the median of all valid configurations the best of the first {@code k} trials
     * is; 1 if none is better.
     */
    static double improvement(int k, Trace trace, Extent extent) {
        double best = extent.median();
        for (var step : trace.steps()) {
            if (step.evaluation() > k) {
                break;
            }
            best = Math.min(best, step.value());
        }
        return extent.median() / best;
    }
}
