package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.pareto.ParetoFront;
import dev.ouroboros.engine.pareto.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run's candidates by all of its objectives, as far as they were measured. Values are medians; the chance that two
 * lie so by accident is not looked at here, for the front accepts nothing.
 *
 * @param goals the objectives of the task that the seed has a value above 0 of: the others give no ratio to it
 * @param seed the unmodified seed
 * @param places of every candidate that was evaluated, in order
 * @param front the seed and the accepted candidates that have all values and that no other such one dominates, by the ratio of their
 *     values to the seed's; empty with fewer than two goals, and in a halted run
 */
public record Landscape(List<Goal> goals, Place seed, List<Place> places, ParetoFront front) {
    public Landscape {
        goals = List.copyOf(goals);
        places = List.copyOf(places);
    }

    /**
     * What is known of one candidate.
     *
     * @param number of its evaluation; 0 of the seed
     * @param fate as in {@link Fate#label}; {@code seed} of the seed
     * @param values by metric
     */
    public record Place(String candidate, int number, String fate, Map<String, Double> values) {
        public Place {
            values = Map.copyOf(values);
        }

        /** Returns the value of an objective; null if it was not measured. */
        public @Nullable Double value(Goal goal) {
            return values.get(goal.metric());
        }

        /** Returns whether it counts: the seed, or accepted. */
        public boolean counts() {
            return number == 0 || fate.equals(new Fate.Accepted().label());
        }
    }

    /** Reads a run. */
    public static Landscape of(RunHistory history) {
        var seed = new Place(history.start().baseline().digest(), 0, "seed", seedValues(history));
        var goals = history.task().objectives().stream()
                .filter(goal -> {
                    Double value = seed.value(goal);
                    return value != null && value > 0 && Double.isFinite(value);
                })
                .toList();
        var gains = new HashMap<String, Double>();
        history.steps().forEach(step -> gains.put(step.candidate().digest(), step.gainAfter()));
        var places = history.candidates().stream()
                .map(candidate -> new Place(
                        candidate.digest(),
                        candidate.number(),
                        candidate.fate().label(),
                        values(history, candidate, seed, gains.get(candidate.digest()))))
                .toList();
        return new Landscape(goals, seed, places, front(history, goals, seed, places));
    }

    /** Returns the members of the front, in order of evaluation. */
    public List<Place> members() {
        return Stream.concat(Stream.of(seed), places.stream())
                .filter(place -> front.members().stream()
                        .anyMatch(point -> point.candidate().equals(place.candidate())))
                .toList();
    }

    /**
     * Returns the volume that the front dominates, in units of what the seed alone does: an objective that is minimized counts from twice
     * the seed's value down, one that is maximized from 0 up. Null without a front.
     */
    public @Nullable Double hypervolume() {
        return front.members().isEmpty()
                ? null
                : (Double) front.hypervolume(goals.stream()
                        .map(goal -> goal.direction() == Direction.MINIMIZE ? 2.0 : 0.0)
                        .toList());
    }

    private static ParetoFront front(RunHistory history, List<Goal> goals, Place seed, List<Place> places) {
        var directions = goals.stream().map(Goal::direction).toList();
        if (goals.size() < 2 || history.halted() != null) {
            return new ParetoFront(directions, List.of());
        }
        var points = Stream.concat(Stream.of(seed), places.stream())
                .filter(Place::counts)
                .filter(place -> goals.stream().allMatch(goal -> place.value(goal) != null))
                .map(place -> new Point(place.candidate(), ratios(goals, place, seed)))
                .toList();
        return ParetoFront.of(directions, points);
    }

    private static List<Double> ratios(List<Goal> goals, Place place, Place seed) {
        return goals.stream()
                .map(goal -> known(place, goal) / known(seed, goal))
                .toList();
    }

    private static double known(Place place, Goal goal) {
        return Objects.requireNonNull(place.value(goal));
    }

    /** Some metrics of the seed are measured beside each candidate that is confirmed; the latest stand for it. */
    private static Map<String, Double> seedValues(RunHistory history) {
        var values = new HashMap<String, Double>();
        if (history.baseline() != null) {
            measured(history.baseline().stages(), values);
        }
        for (var confirmation : history.confirmations()) {
            var beside = new HashMap<String, Double>();
            measured(confirmation.checks(), beside);
            beside.forEach((metric, value) -> {
                if (metric.startsWith(Measurement.OF_SEED)) {
                    values.put(metric.substring(Measurement.OF_SEED.length()), value);
                }
            });
        }
        if (history.finished() != null) {
            values.putIfAbsent(history.task().metric(), history.finished().baselineValue());
        }
        return values;
    }

    private static Map<String, Double> values(
            RunHistory history, Candidate candidate, Place seed, @Nullable Double confirmedGain) {
        var values = new HashMap<String, Double>();
        var stages = new ArrayList<>(candidate.evaluation().stages());
        stages.addAll(history.checks(candidate.digest()));
        measured(stages, values);
        Goal first = history.task().objective();
        Double before = seed.value(first);
        Double gain = confirmedGain == null ? candidate.screenedGain() : confirmedGain;
        if (before != null && gain != null && gain > 0) {
            values.putIfAbsent(first.metric(), first.direction() == Direction.MAXIMIZE ? before * gain : before / gain);
        }
        return values;
    }

    private static void measured(List<StageResult> stages, Map<String, Double> values) {
        for (var stage : stages) {
            if (stage.outcome() instanceof Outcome.Passed passed) {
                passed.measurements().stream()
                        .filter(measurement -> Double.isFinite(measurement.median()))
                        .forEach(measurement -> values.putIfAbsent(measurement.metric(), measurement.median()));
            }
        }
    }
}
