package dev.ouroboros.engine.measure;

import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import dev.ouroboros.engine.task.Objective;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The system stage: how the objective of the whole follows from what the parts measured. Pure.
 *
 * @param objective what shall become better
 * @param timed the benches by part
 */
public record Scoring(Objective objective, SortedMap<String, Bench> timed) {

    public Scoring {
        timed = new TreeMap<>(timed);
    }

    /** Returns the parts that must be timed to know the objective; empty if it follows from exact metrics. */
    public List<String> timedParts() {
        var formula = objective.formula();
        return timed.entrySet().stream()
                .filter(entry -> formula == null
                        ? entry.getValue().metric().equals(objective.metric())
                        : formula.names()
                                .contains(
                                        entry.getKey() + "." + entry.getValue().metric()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Returns the objective's value: finite and not negative, for a gain is a ratio.
     *
     * @param exact the exact metrics, by {@code part.metric}
     * @param seconds seconds per launch of each timed part
     * @throws NoObjectiveException if a metric is missing or they give no such value
     */
    public double value(Map<String, Measurement> exact, Map<String, Double> seconds) {
        var formula = objective.formula();
        var metrics = new HashMap<String, Object>();
        exact.forEach((name, measurement) -> {
            metrics.put(name, measurement.median());
            if (formula != null) {
                // To an expression a hyphen is a minus.
                metrics.put(name.replace('-', '_'), measurement.median());
            }
        });
        seconds.forEach((part, cost) -> {
            var bench = bench(part);
            metrics.put(part + "." + bench.metric(), bench.value(cost));
        });
        var value = formula == null ? only(metrics) : evaluate(formula, metrics);
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new NoObjectiveException("objective " + objective.metric() + " is " + value
                    + "; a gain is a ratio, so it must be finite and at least 0");
        }
        return value;
    }

    private double evaluate(Expression formula, Map<String, Object> metrics) {
        try {
            if (formula.evaluate(metrics) instanceof Number number) {
                return number.doubleValue();
            }
        } catch (ExpressionException e) {
            throw new NoObjectiveException("objective " + objective.metric() + " has no value: " + e.getMessage(), e);
        }
        throw new NoObjectiveException("the formula of objective " + objective.metric() + " does not give a number");
    }

    /** Returns ln of the gain of {@code after} over {@code before}, both values of the objective. */
    public double logGain(double before, double after) {
        return Math.log(objective.goal().gain(before, after));
    }

    /**
     * Returns ln of the challenger's gain in one block.
     *
     * @param incumbentExact exact metrics of the incumbent
     * @param challengerExact exact metrics of the challenger
     * @throws NoObjectiveException if it is not finite
     */
    public double logGain(
            List<PairedSamples> series,
            Map<String, Measurement> incumbentExact,
            Map<String, Measurement> challengerExact) {
        if (objective.formula() == null && series.size() == 1) {
            var gain = series.getFirst().logGain();
            return rises(series.getFirst().part()) == (objective.goal() == Direction.MAXIMIZE) ? gain : -gain;
        }
        double gain = logGain(incumbentValue(series, incumbentExact), challengerValue(series, challengerExact));
        if (!Double.isFinite(gain)) {
            throw new NoObjectiveException(
                    "objective " + objective.metric() + " is 0 in a block, so there is no ratio");
        }
        return gain;
    }

    /** Returns the objective's value for the incumbent of one block. */
    public double incumbentValue(List<PairedSamples> series, Map<String, Measurement> exact) {
        return value(exact, seconds(series, true));
    }

    /** Returns the objective's value for the challenger of one block. */
    public double challengerValue(List<PairedSamples> series, Map<String, Measurement> exact) {
        return value(exact, seconds(series, false));
    }

    private static Map<String, Double> seconds(List<PairedSamples> series, boolean incumbent) {
        var seconds = new TreeMap<String, Double>();
        series.forEach(
                part -> seconds.put(part.part(), incumbent ? part.incumbentSeconds() : part.challengerSeconds()));
        return seconds;
    }

    /** Whether the metric of a timed part rises as the launch gets faster. */
    private boolean rises(String part) {
        return bench(part).value(1) < bench(part).value(0.5);
    }

    /**
     * Returns what times a part.
     *
     * @throws IllegalStateException if nothing does
     */
    public Bench bench(String part) {
        @Nullable Bench bench = timed.get(part);
        if (bench == null) {
            throw new IllegalStateException("part " + part + " has no bench");
        }
        return bench;
    }

    private double only(Map<String, Object> metrics) {
        var values = metrics.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("." + objective.metric()))
                .toList();
        if (values.size() != 1) {
            throw new NoObjectiveException(
                    "objective " + objective.metric() + " should be measured by one part, but these measure it: "
                            + values.stream().map(Map.Entry::getKey).toList() + " of " + metrics.keySet());
        }
        return ((Number) values.getFirst().getValue()).doubleValue();
    }
}
