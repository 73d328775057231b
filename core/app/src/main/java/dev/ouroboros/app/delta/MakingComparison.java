package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.DeltaResult.Cost;
import dev.ouroboros.app.delta.DeltaResult.Edits;
import dev.ouroboros.app.delta.DeltaResult.Improvement;
import dev.ouroboros.app.delta.DeltaResult.MakingView;
import dev.ouroboros.app.delta.DeltaResult.Pair;
import dev.ouroboros.app.delta.DeltaResult.TaskDelta;
import dev.ouroboros.app.delta.DeltaResult.VersionView;
import dev.ouroboros.app.delta.Scores.Worth;
import dev.ouroboros.app.delta.player.Disguise;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Compares two versions by the bodies that they made, and those by plays that were played. */
final class MakingComparison {
    private static final List<Integer> TRIALS = List.of(5, 20, 50);
    private static final long RESAMPLING_SEED = 1;

    private final MakingMatch match;
    private final Makings makings;
    private final Scores scores;

    /**
     * Whose plays are compared.
     *
     * @param side who plays for a seed
     * @param first number of the first seed
     */
    private record Camp(IntFunction<Side> side, int first) {}

    private final Camp a;
    private final Camp b;

    MakingComparison(MakingMatch match, Makings makings, Traces traces) {
        this.match = match;
        this.makings = makings;
        this.scores = new Scores(traces);
        this.a = made(match.a(), Disguise.NONE, match.first());
        this.b = made(match.b(), Disguise.NONE, match.first());
    }

    /** Returns all plays that are compared, seed by seed. */
    List<Plays.Order> orders() {
        return IntStream.range(0, match.seeds())
                .boxed()
                .flatMap(i -> camps().stream().flatMap(camp -> {
                    int seed = camp.first() + i;
                    var side = camp.side().apply(seed);
                    return match.tasks().stream()
                            .flatMap(task -> match.plays(seed).mapToObj(play -> new Plays.Order(side, task, play)));
                }))
                .distinct()
                .toList();
    }

    private List<Camp> camps() {
        return List.of(
                a,
                b,
                floor(),
                placebo(),
                knownWorse(),
                always(seed()),
                always(Side.Yardstick.RANDOM),
                always(Side.Yardstick.GREEDY));
    }

    /** A with seeds that it has not made anything with before. */
    private Camp floor() {
        return made(match.a(), Disguise.NONE, match.first() + match.seeds());
    }

    private Camp placebo() {
        return made(match.a(), Disguise.SHIFTED, match.first());
    }

    /** What A had made when half of its evaluations were used: as if each were charged twice. */
    private Camp knownWorse() {
        int most = (int) (match.effort().evaluations() / Disguise.SLOWED.charge());
        return new Camp(
                seed -> edited(making(match.a(), Disguise.NONE, seed)
                        .after(most, match.body().seed())),
                match.first());
    }

    private Camp made(Version version, Disguise disguise, int first) {
        return new Camp(
                seed -> edited(making(version, disguise, seed).last(match.body().seed())), first);
    }

    private Camp always(Side side) {
        return new Camp(_ -> side, match.first());
    }

    private Side seed() {
        return edited(match.body().seed());
    }

    private Side edited(Body body) {
        return new Side.Edited(body, match.body());
    }

    private Making making(Version version, Disguise disguise, int seed) {
        return Objects.requireNonNull(makings.of(new Makings.Order(version, disguise, seed)), "not made");
    }

    /** Returns the figures. */
    DeltaResult result(Sandbox sandbox, double wallSeconds, String report) {
        var delta = worse(a, b, match.tasks());
        Map<String, Pair<Interval>> beside = new LinkedHashMap<>();
        named().forEach((who, camp) -> {
            if (who.length() > 1) {
                beside.put(who, new Pair<>(worse(camp, a, match.tasks()), worse(camp, b, match.tasks())));
            }
        });
        Map<String, TaskDelta> tasks = new LinkedHashMap<>();
        match.tasks().forEach(task -> tasks.put(task.name(), of(task)));
        return new DeltaResult(
                delta.delta(),
                delta.low(),
                delta.high(),
                delta.pBetter(),
                worse(a, floor(), match.tasks()),
                worse(a, placebo(), match.tasks()),
                worse(knownWorse(), a, match.tasks()),
                beside,
                tasks,
                improvements(match.tasks()),
                2,
                match.seeds(),
                match.a().sameAs(match.b()),
                !(sandbox instanceof NoSandbox),
                new Pair<>(VersionView.of(match.a()), VersionView.of(match.b())),
                new Pair<>(cost(match.a()), cost(match.b())),
                wallSeconds,
                0,
                report,
                new MakingView(
                        match.effort().edits(),
                        match.effort().evaluations(),
                        match.effort().seconds(),
                        match.plays(),
                        match.body().task().name(),
                        match.body().digest(),
                        match.practice().size(),
                        new Pair<>(edits(match.a()), edits(match.b()))));
    }

    /** Returns the curves: by task, then by who played. */
    Map<String, Map<String, Curve>> curves() {
        Map<String, Map<String, Curve>> curves = new LinkedHashMap<>();
        for (var task : match.tasks()) {
            Map<String, Curve> here = new LinkedHashMap<>();
            named().forEach((who, camp) -> here.put(
                    who,
                    Curve.of(
                            seeds(camp)
                                    .boxed()
                                    .flatMap(seed ->
                                            scores.plays(camp.side().apply(seed), task, match.plays(seed)).stream())
                                    .toList(),
                            task)));
            curves.put(task.name(), here);
        }
        return curves;
    }

    private TaskDelta of(HeldOut task) {
        var delta = worse(a, b, List.of(task));
        Map<String, Double> areas = new LinkedHashMap<>();
        named().forEach((who, camp) -> areas.put(who, mean(values(Scores.AREA, camp, List.of(task)))));
        return new TaskDelta(
                delta.delta(),
                delta.low(),
                delta.high(),
                delta.pBetter(),
                areas,
                task.extent().seconds(),
                improvements(List.of(task)),
                null);
    }

    private Map<String, Improvement> improvements(List<HeldOut> tasks) {
        Map<String, Improvement> improvements = new LinkedHashMap<>();
        for (int k : TRIALS) {
            var worth = Scores.improvement(k);
            var ratio = difference(worth, b, a, tasks);
            improvements.put(
                    Integer.toString(k),
                    new Improvement(
                            Math.exp(mean(values(worth, a, tasks))),
                            Math.exp(mean(values(worth, b, tasks))),
                            Math.exp(ratio.delta()),
                            Math.exp(ratio.low()),
                            Math.exp(ratio.high())));
        }
        return improvements;
    }

    /** Returns how much larger the area of the first is than that of the second. */
    private Interval worse(Camp first, Camp second, List<HeldOut> tasks) {
        return difference(Scores.AREA, first, second, tasks);
    }

    /** A body is as good or as bad on all tasks: seeds are resampled over all of them at once, not task by task. */
    private Interval difference(Worth worth, Camp left, Camp right, List<HeldOut> tasks) {
        double[] lefts = values(worth, left, tasks);
        double[] rights = values(worth, right, tasks);
        return Interval.of(
                List.of(IntStream.range(0, lefts.length)
                        .mapToDouble(i -> lefts[i] - rights[i])
                        .toArray()),
                RESAMPLING_SEED);
    }

    /** Returns what a camp is worth for each of its seeds: the mean of its plays, and of the tasks. */
    private double[] values(Worth worth, Camp camp, List<HeldOut> tasks) {
        return seeds(camp)
                .mapToDouble(seed -> tasks.stream()
                        .mapToDouble(task -> scores.mean(worth, camp.side().apply(seed), task, match.plays(seed)))
                        .average()
                        .orElseThrow())
                .toArray();
    }

    private IntStream seeds(Camp camp) {
        return IntStream.range(camp.first(), camp.first() + match.seeds());
    }

    private Map<String, Camp> named() {
        Map<String, Camp> named = new LinkedHashMap<>();
        named.put("a", a);
        named.put("b", b);
        named.put("body", always(seed()));
        named.put("greedy", always(Side.Yardstick.GREEDY));
        named.put("random", always(Side.Yardstick.RANDOM));
        return named;
    }

    private Cost cost(Version version) {
        return new Cost(
                mean(version, Making::evaluations), 0, mean(version, making -> making.thinking() + making.measuring()));
    }

    private Edits edits(Version version) {
        var credits = new TreeMap<String, Double>();
        match.paired()
                .mapToObj(seed -> making(version, Disguise.NONE, seed))
                .forEach(making -> making.edits().forEach(edit -> credits.merge(edit.credit(), 1.0, Double::sum)));
        credits.replaceAll((_, count) -> count / match.seeds());
        return new Edits(mean(version, making -> making.edits().size()), credits, mean(version, Making::failed));
    }

    private double mean(Version version, ToDoubleFunction<Making> figure) {
        return match.paired()
                .mapToObj(seed -> making(version, Disguise.NONE, seed))
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
