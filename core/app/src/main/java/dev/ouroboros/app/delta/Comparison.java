package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.DeltaResult.Cost;
import dev.ouroboros.app.delta.DeltaResult.Improvement;
import dev.ouroboros.app.delta.DeltaResult.Pair;
import dev.ouroboros.app.delta.DeltaResult.TaskDelta;
import dev.ouroboros.app.delta.DeltaResult.VersionView;
import dev.ouroboros.app.delta.Scores.Half;
import dev.ouroboros.app.delta.Scores.Worth;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Compares two versions by plays that were played. */
public final class Comparison {
    /** Trials after which imp@k looks. */
    private static final List<Integer> TRIALS = List.of(5, 20, 50);

    private final Match match;
    private final Scores scores;
    private final Half a;
    private final Half b;
    private final Half random;
    private final Half greedy;

    private Comparison(Match match, Traces traces) {
        this.match = match;
        this.scores = new Scores(traces);
        this.a = paired(match.sideA());
        this.b = paired(match.sideB());
        this.random = paired(Side.Yardstick.RANDOM);
        this.greedy = paired(Side.Yardstick.GREEDY);
    }

    /** Returns the figures of a match. */
    static DeltaResult of(Match match, Traces traces, Sandbox sandbox, double wallSeconds, String report) {
        return new Comparison(match, traces).result(!(sandbox instanceof NoSandbox), wallSeconds, report);
    }

    /** Returns the curves of a match: by task, then by who played. */
    static Map<String, Map<String, Curve>> curves(Match match, Traces traces) {
        var comparison = new Comparison(match, traces);
        Map<String, Map<String, Curve>> curves = new LinkedHashMap<>();
        for (var task : match.tasks()) {
            Map<String, Curve> here = new LinkedHashMap<>();
            comparison
                    .named()
                    .forEach((who, half) ->
                            here.put(who, Curve.of(comparison.scores.plays(half.side(), task, half.seeds()), task)));
            curves.put(task.name(), here);
        }
        return curves;
    }

    private DeltaResult result(boolean sandboxed, double wallSeconds, String report) {
        var delta = worse(a, b, match.tasks());
        Map<String, Pair<Interval>> beside = new LinkedHashMap<>();
        beside.put("random", new Pair<>(worse(random, a, match.tasks()), worse(random, b, match.tasks())));
        beside.put("greedy", new Pair<>(worse(greedy, a, match.tasks()), worse(greedy, b, match.tasks())));
        Map<String, TaskDelta> tasks = new LinkedHashMap<>();
        match.tasks().forEach(task -> tasks.put(task.name(), of(task)));
        return new DeltaResult(
                delta.delta(),
                delta.low(),
                delta.high(),
                delta.pBetter(),
                worse(a, new Half(match.sideA(), match.first() + match.seeds(), match.seeds()), match.tasks()),
                worse(a, paired(match.placebo()), match.tasks()),
                worse(paired(match.knownWorse()), a, match.tasks()),
                beside,
                tasks,
                improvements(match.tasks()),
                1,
                match.seeds(),
                match.a().sameAs(match.b()),
                sandboxed,
                new Pair<>(VersionView.of(match.a()), VersionView.of(match.b())),
                new Pair<>(cost(a), cost(b)),
                wallSeconds,
                0,
                report,
                null);
    }

    private TaskDelta of(HeldOut task) {
        var delta = worse(a, b, List.of(task));
        Map<String, Double> areas = new LinkedHashMap<>();
        named().forEach((who, half) -> areas.put(who, scores.mean(Scores.AREA, half.side(), task, half.seeds())));
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

    /** Returns how much larger the area of the first is than that of the second. */
    private Interval worse(Half first, Half second, List<HeldOut> tasks) {
        return scores.difference(Scores.AREA, tasks, first, second);
    }

    private Map<String, Improvement> improvements(List<HeldOut> tasks) {
        Map<String, Improvement> improvements = new LinkedHashMap<>();
        for (int k : TRIALS) {
            var worth = Scores.improvement(k);
            var ratio = scores.difference(worth, tasks, b, a);
            improvements.put(
                    Integer.toString(k),
                    new Improvement(
                            Math.exp(mean(worth, a, tasks)),
                            Math.exp(mean(worth, b, tasks)),
                            Math.exp(ratio.delta()),
                            Math.exp(ratio.low()),
                            Math.exp(ratio.high())));
        }
        return improvements;
    }

    private double mean(Worth worth, Half half, List<HeldOut> tasks) {
        return tasks.stream()
                .mapToDouble(task -> scores.mean(worth, half.side(), task, half.seeds()))
                .average()
                .orElseThrow();
    }

    private Cost cost(Half half) {
        return new Cost(mean(half, Trace::evaluations), mean(half, Trace::seconds), mean(half, Trace::thinking));
    }

    private double mean(Half half, ToDoubleFunction<Trace> figure) {
        return mean((trace, _) -> figure.applyAsDouble(trace), half, match.tasks());
    }

    private Map<String, Half> named() {
        Map<String, Half> named = new LinkedHashMap<>();
        named.put("a", a);
        named.put("b", b);
        named.put("greedy", greedy);
        named.put("random", random);
        return named;
    }

    private Half paired(Side side) {
        return new Half(side, match.first(), match.seeds());
    }
}
