package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.DeltaResult.TaskDelta;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.ToolRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Freezes two versions, has them play the same tasks, and compares what came of it. */
public final class DeltaBenchmark {
    /** Before the names of live tasks. */
    private static final String LIVE = "live/";

    private final Path home;
    private final Path folder;
    private final ToolRunner tools;
    private final Plays plays;
    private final InstantSource clock;
    private final Consumer<String> say;

    /**
     * @param home folder of the program, with its repository
     * @param folder where versions and plays are kept
     * @param parallel plays at a time
     * @param say told how it goes
     */
    public DeltaBenchmark(
            Path home,
            Path folder,
            ToolRunner tools,
            Sandbox sandbox,
            int parallel,
            InstantSource clock,
            Consumer<String> say) {
        this.home = home;
        this.folder = folder;
        this.tools = tools;
        // What was played unprotected is never taken for what was not.
        this.plays = new Plays(new Traces(folder.resolve(kept("plays", sandbox))), sandbox, parallel);
        this.clock = clock;
        this.say = say;
    }

    /** The figures of a match, and its curves by task and who played. */
    public record Played(DeltaResult result, Map<String, Map<String, Curve>> curves) {}

    private static String kept(String what, Sandbox sandbox) {
        return sandbox instanceof NoSandbox ? what + "-unprotected" : what;
    }

    /** Builds a version, or finds it built. */
    public Version freeze(String name, Scope scope) throws DeltaException, InterruptedException {
        var version = new Freezer(home, folder.resolve("versions"), tools, scope).freeze(name, say);
        say.accept("version " + name + ": " + version.origin() + ", classes "
                + version.digest().substring(0, 12));
        return version;
    }

    /** Reads recorded spaces as tasks. */
    public static List<HeldOut> tasks(List<Path> files) throws DeltaException {
        var tasks = new ArrayList<HeldOut>();
        var names = new HashSet<String>();
        for (var file : files) {
            var task = HeldOut.read(file);
            if (!names.add(task.name())) {
                throw new DeltaException("two spaces are named " + task.name());
            }
            tasks.add(task);
        }
        return List.copyOf(tasks);
    }

    /**
     * Plays a version against itself, with seeds of its own on either side.
     *
     * @param first number of the first seed; twice {@code seeds} are played
     */
    public Floor floor(Version version, List<HeldOut> tasks, int first, int seeds)
            throws DeltaException, InterruptedException {
        var match = new Match(version, version, tasks, first, seeds);
        plays.fulfil(match.floorOrders(), new PlayProgress(say, clock));
        return Floor.of(match, plays.traces());
    }

    /**
     * Plays what is missing of a match and compares.
     *
     * @param report where the page will lie
     */
    public Played play(Match match, Path report) throws DeltaException, InterruptedException {
        var start = clock.instant();
        noteSame(match.a(), match.b());
        plays.fulfil(match.orders(), new PlayProgress(say, clock));
        return new Played(
                Comparison.of(match, plays.traces(), plays.sandbox(), since(start), report.toString()),
                Comparison.curves(match, plays.traces()));
    }

    /**
     * Has both versions edit the body where that is missing, then plays what they made, and compares.
     *
     * @param report where the page will lie
     */
    public Played play(MakingMatch match, Path report) throws DeltaException, InterruptedException {
        var start = clock.instant();
        noteSame(match.a(), match.b());
        var makings = new Makings(
                folder.resolve(kept("makings", plays.sandbox())),
                match.body(),
                tasks(match.practice()),
                match.effort());
        var missing = match.makings().stream()
                .filter(order -> makings.of(order) == null)
                .toList();
        new Crew(plays.parallel())
                .work(
                        missing,
                        () -> new Workshop(match, makings, plays.sandbox()),
                        new PlayProgress("edited the body", "time", say, clock));
        var comparison = new MakingComparison(match, makings, plays.traces());
        plays.fulfil(comparison.orders(), new PlayProgress(say, clock));
        return new Played(comparison.result(plays.sandbox(), since(start), report.toString()), comparison.curves());
    }

    /**
     * Runs what is missing of a live match, one run at a time, and adds it to what was played.
     *
     * @throws InterruptedException when this thread is interrupted; the runs that ended are kept
     */
    public Played run(LiveMatch match, Played played) throws DeltaException, InterruptedException {
        var start = clock.instant();
        var runs = new LiveRuns(folder.resolve("live"), tools, !(plays.sandbox() instanceof NoSandbox));
        var missing = match.orders().stream()
                .filter(order -> runs.of(order) == null)
                .distinct()
                .toList();
        var progress = new PlayProgress("ran", "live run", say, clock);
        for (int i = 0; i < missing.size(); i++) {
            runs.run(missing.get(i));
            progress.done(i + 1, missing.size());
        }
        Map<String, TaskDelta> tasks = new LinkedHashMap<>();
        Map<String, Map<String, Curve>> curves = new LinkedHashMap<>(played.curves());
        for (var task : match.tasks()) {
            var comparison = match.comparison(task, runs);
            tasks.put(LIVE + task.name(), comparison.delta());
            curves.put(LIVE + task.name(), comparison.curves());
        }
        return new Played(played.result().with(tasks, since(start)), curves);
    }

    private void noteSame(Version a, Version b) {
        if (a.sameAs(b)) {
            say.accept("note: " + a.name() + " and " + b.name()
                    + " are built of the same classes, so the delta is 0; the floor says what chance alone gives");
        }
    }

    private double since(Instant start) {
        return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
}
