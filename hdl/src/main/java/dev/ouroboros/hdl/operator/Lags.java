package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.operator.Steps.Place;
import dev.ouroboros.hdl.operator.Steps.Wait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many cycles later each step is done than before, so that outputs come a given number of cycles later and nothing takes longer
 * than a period (retiming: Leiserson and Saxe, 1991). Each wait then has as many more registers as its steps lie apart. A circle of
 * steps stays as it is, all of it as late.
 *
 * @param late of each step
 * @param period of the longest way
 */
record Lags(List<Integer> late, double period) {
    private static final double LEAST_STEP = 1e-6;

    Lags {
        late = List.copyOf(late);
    }

    /** Returns how many registers a wait has. */
    int registers(Wait wait) {
        return wait.registers() + late.get(wait.to()) - late.get(wait.from());
    }

    /** Returns ever faster pipelines, the last one as fast as can be. */
    static List<Lags> all(Steps steps, int latency) {
        var found = new ArrayList<Lags>();
        double period = Double.POSITIVE_INFINITY;
        for (Lags lags = of(steps, latency, period); lags != null; lags = of(steps, latency, period)) {
            found.add(lags);
            period = lags.period - LEAST_STEP;
        }
        return List.copyOf(found);
    }

    /** Returns the period of a calculation as it is. */
    static double unmoved(Steps steps) {
        var assignment = new Assignment(steps, 0, Double.POSITIVE_INFINITY);
        return steps.circles().stream()
                .mapToDouble(circle -> assignment.takes(circle, 0))
                .max()
                .orElse(0);
    }

    /** Does each step as early as the period allows; null if it does not. */
    static @Nullable Lags of(Steps steps, int latency, double period) {
        return new Assignment(steps, latency, period).lags();
    }

    private static final class Assignment {
        private final Steps steps;
        private final int latency;
        private final double period;
        private final int[] late;
        private final double[] ready;

        Assignment(Steps steps, int latency, double period) {
            this.steps = steps;
            this.latency = latency;
            this.period = period;
            this.late = new int[steps.all().size()];
            this.ready = new double[steps.all().size()];
        }

        @Nullable
        Lags lags() {
            double longest = 0;
            for (var circle : steps.circles()) {
                int lag = first(circle);
                double takes = takes(circle, lag);
                if (takes > period) {
                    lag = fixed(circle) == null ? lag + 1 : lag;
                    takes = takes(circle, lag);
                }
                if (takes > period) {
                    return null;
                }
                longest = Math.max(longest, takes);
            }
            return new Lags(Arrays.stream(late).boxed().toList(), longest);
        }

        private @Nullable Integer fixed(List<Integer> circle) {
            var places =
                    circle.stream().map(step -> steps.all().get(step).place()).toList();
            return places.contains(Place.INPUT) ? (Integer) 0 : places.contains(Place.OUTPUT) ? latency : null;
        }

        /** What waits for nothing could be done at any time, and so is done when it was. */
        private int first(List<Integer> circle) {
            Integer fixed = fixed(circle);
            if (fixed != null) {
                return fixed;
            }
            return circle.stream()
                    .flatMap(step -> steps.into(step).stream())
                    .filter(wait -> !circle.contains(wait.from()))
                    .mapToInt(wait -> late[wait.from()] - wait.registers())
                    .max()
                    .orElse(0);
        }

        /** Places a circle and returns how long its longest way takes; for ever if something comes too late for it. */
        private double takes(List<Integer> circle, int lag) {
            circle.forEach(step -> late[step] = lag);
            circle.forEach(step -> ready[step] = Double.NaN);
            return circle.stream()
                    .mapToDouble(step -> finish(circle, step))
                    .max()
                    .orElse(0);
        }

        /** Returns when a step is done within its cycle, its registers not counted. */
        private double finish(List<Integer> circle, int step) {
            double begin = 0;
            ready[step] = 0;
            for (Wait wait : steps.into(step)) {
                int registers = wait.registers() + late[step] - late[wait.from()];
                if (registers < 0) {
                    return Double.POSITIVE_INFINITY;
                }
                if (registers == 0 && !steps.all().get(wait.from()).stored()) {
                    boolean known = !circle.contains(wait.from()) || !Double.isNaN(ready[wait.from()]);
                    begin = Math.max(begin, known ? ready[wait.from()] : finish(circle, wait.from()));
                }
            }
            ready[step] = begin + steps.all().get(step).time();
            return ready[step];
        }
    }
}
