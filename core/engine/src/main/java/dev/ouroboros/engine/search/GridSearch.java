package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The search of {@link SearchProposer} on nothing but a grid, for spaces whose every point was measured beforehand. The
 * same results and random numbers give the same choices.
 */
public final class GridSearch {
    /** The strategy that runs use. */
    public static final String DEFAULT = "ouroboros";

    private final Grid grid;
    private final Set<Arm> arms;
    private final PointPicker picker;

    private GridSearch(Grid grid, Set<Arm> arms, Hyperparameters hyperparameters) {
        this.grid = grid;
        this.arms = arms;
        this.picker = new PointPicker(hyperparameters);
    }

    /** A point to try, and which arm of the portfolio wants it. */
    public record Choice(Point point, String by) {}

    /**
     * A choice that was tried.
     *
     * @param logGain natural logarithm of its gain over whatever stands for the baseline; NaN if it failed
     * @param seconds what trying it took
     */
    public record Result(Choice choice, double logGain, double seconds) {}

    /** Returns the names of all strategies, {@link #DEFAULT} first. */
    public static List<String> names() {
        return Stream.concat(Stream.of(DEFAULT), PointPicker.ARMS.stream().map(GridSearch::name))
                .toList();
    }

    /**
     * Returns a strategy.
     *
     * @throws IllegalArgumentException if it has none of the {@link #names}
     */
    public static GridSearch of(String name, Grid grid) {
        if (name.equals(DEFAULT)) {
            return of(Hyperparameters.DEFAULT, grid);
        }
        return PointPicker.ARMS.stream()
                .filter(arm -> name(arm).equals(name))
                .findFirst()
                .map(arm -> new GridSearch(grid, EnumSet.of(arm), Hyperparameters.DEFAULT))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no strategy '" + name + "'; there are " + String.join(", ", names())));
    }

    /** Returns the {@link #DEFAULT} strategy with other hyper-parameters than runs use. */
    public static GridSearch of(Hyperparameters hyperparameters, Grid grid) {
        return new GridSearch(grid, EnumSet.copyOf(PointPicker.ARMS), hyperparameters);
    }

    /** Returns at most {@code count} new points, none only if all were tried. */
    public List<Choice> choose(List<Result> results, int count, RandomGenerator random) {
        var trials = trials(results);
        if (arms.equals(EnumSet.of(Arm.RANDOM))) {
            return new RandomSampling()
                    .choose(trials, count, random).stream()
                            .map(point -> new Choice(point, Arm.RANDOM.proposer()))
                            .toList();
        }
        return picker.pick(trials, shares(results, count, random), count, _ -> true, random).stream()
                .map(pick -> new Choice(pick.point(), pick.arm().proposer()))
                .toList();
    }

    private Map<Arm, Integer> shares(List<Result> results, int count, RandomGenerator random) {
        if (arms.size() == 1) {
            return Map.of(arms.iterator().next(), count);
        }
        var experience = new ArrayList<Experience>(results.size());
        results.forEach(result -> experience.add(new Experience(result.choice().by(), result.logGain())));
        return Portfolio.of(arms, experience).divide(count, random);
    }

    private Trials trials(List<Result> results) {
        var all = new ArrayList<Trial>(results.size());
        var taken = new HashSet<Point>(2 * results.size());
        for (var result : results) {
            all.add(new Trial(result.choice().point(), result.logGain(), result.seconds()));
            taken.add(result.choice().point());
        }
        return Trials.of(grid, all, taken);
    }

    private static String name(Arm arm) {
        return arm.name().toLowerCase(Locale.ROOT);
    }
}
