package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.arena.Play.Step;
import java.util.List;

/**
 * The area under the gap to the best there is, as the delta benchmark defines it: on a logarithmic scale of the excess over the
 * optimum, 1 at the median of all valid configurations or worse, 0 within 1 % of the optimum.
 */
final class Gap {
    private static final double NEAR = 0.01;

    private Gap() {}

    /** Returns the mean gap over the time of a play; before its first valid result the gap is 1. */
    static double area(List<Step> steps, Extent extent) {
        double area = 0;
        double gap = 1;
        double since = 0;
        for (var step : steps) {
            area += gap * (step.seconds() - since);
            since = step.seconds();
            gap = of(step.value(), extent);
        }
        return (area + gap * (extent.seconds() - since)) / extent.seconds();
    }

    private static double of(double value, Extent extent) {
        double way = Math.log(excess(extent.median(), extent) / NEAR);
        return way <= 0 ? 0 : Math.clamp(Math.log(excess(value, extent) / NEAR) / way, 0, 1);
    }

    private static double excess(double value, Extent extent) {
        return Math.max(NEAR, value / extent.optimum() - 1);
    }
}
