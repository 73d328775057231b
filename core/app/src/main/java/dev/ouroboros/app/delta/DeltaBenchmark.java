package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.ToolRunner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Freezes two versions, has them play the same tasks, and compares what came of it. */
public final class DeltaBenchmark {
    private final Freezer freezer;
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
        this.freezer = new Freezer(home, folder.resolve("versions"), tools);
        // What was played unprotected is never taken for what was not.
        var kept = sandbox instanceof NoSandbox ? "plays-unprotected" : "plays";
        this.plays = new Plays(new Traces(folder.resolve(kept)), sandbox, parallel);
        this.clock = clock;
        this.say = say;
    }

    /** The figures of a match, and its curves by task and who played. */
    public record Played(DeltaResult result, Map<String, Map<String, Curve>> curves) {}

    /** Builds a version, or finds it built. */
    public Version freeze(String name) throws DeltaException, InterruptedException {
        var version = freezer.freeze(name, say);
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
        if (match.a().sameAs(match.b())) {
            say.accept("note: " + match.a().name() + " and " + match.b().name()
                    + " are built of the same classes, so the delta is 0; the floor says what chance alone gives");
        }
        var progress = new PlayProgress(say, clock);
        plays.fulfil(match.orders(), progress);
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        return new Played(
                Comparison.of(match, plays.traces(), plays.sandbox(), seconds, report.toString()),
                Comparison.curves(match, plays.traces()));
    }
}
