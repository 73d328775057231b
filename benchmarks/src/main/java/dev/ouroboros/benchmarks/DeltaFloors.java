package dev.ouroboros.benchmarks;

import dev.ouroboros.app.delta.DeltaBenchmark;
import dev.ouroboros.app.delta.DeltaException;
import dev.ouroboros.app.delta.Family;
import dev.ouroboros.app.delta.Floor;
import dev.ouroboros.app.delta.HeldOut;
import dev.ouroboros.app.delta.Scope;
import dev.ouroboros.app.delta.Version;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.process.Sandboxes.Detection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often the interval of the delta benchmark holds 0 where there is nothing to find: {@code DeltaFloors RESULT.jsonl
 * [REVISION [FLOORS [SEEDS [WORKSPACE]]]]}. Plays a version (HEAD) against itself, 20 times with 40 seeds on either side
 * that no other floor has, on the held-out spaces; writes a line a floor with the areas of all its plays. Every play is kept in the workspace,
 * so that the same command goes on where it was stopped.
 */
public final class DeltaFloors {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String END = ".T4.json.gz";
    private static final int PARALLEL = 2;

    private DeltaFloors() {}

    private record Options(Path result, String revision, int floors, int seeds, Path workspace) {
        static Options parse(String... arguments) {
            if (arguments.length == 0) {
                throw new IllegalArgumentException("expected a file for the result");
            }
            return new Options(
                    Path.of(arguments[0]),
                    arguments.length > 1 ? arguments[1] : "HEAD",
                    arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20,
                    arguments.length > 3 ? Integer.parseInt(arguments[3]) : 40,
                    Path.of(arguments.length > 4 ? arguments[4] : ".ouroboros"));
        }
    }

    /** A line of the result. */
    private record Line(String version, String classes, int number, boolean holdsZero, Floor floor) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            run(Options.parse(arguments));
        } catch (DeltaException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(
                    "Usage: benchmarks/run DeltaFloors RESULT.jsonl [REVISION [FLOORS [SEEDS [WORKSPACE]]]]");
            System.exit(2);
        }
    }

    private static void run(Options options) throws DeltaException, IOException, InterruptedException {
        var home = Path.of(System.getProperty("ouroboros.home", "."));
        var benchmark = new DeltaBenchmark(
                home,
                options.workspace().toAbsolutePath().resolve("delta"),
                new DefaultToolRunner(),
                sandbox(),
                PARALLEL,
                InstantSource.system(),
                System.err::println);
        var version = benchmark.freeze(options.revision(), Scope.SEARCH);
        var tasks = tasks(home);
        List<String> lines = new ArrayList<>();
        int held = 0;
        for (int number = 1; number <= options.floors(); number++) {
            var floor = benchmark.floor(version, tasks, 1 + (number - 1) * 2 * options.seeds(), options.seeds());
            held += floor.interval().holdsZero() ? 1 : 0;
            lines.add(JSON.writeValueAsString(line(version, number, floor)));
            Files.write(options.result(), lines);
            System.out.printf(
                    Locale.ROOT,
                    "floor %2d  %+.4f  (%+.4f … %+.4f)  width %.4f%n",
                    number,
                    floor.interval().delta(),
                    floor.interval().low(),
                    floor.interval().high(),
                    floor.interval().width());
        }
        System.out.println(held + " of " + options.floors() + " hold 0");
    }

    private static Line line(Version version, int number, Floor floor) {
        return new Line(
                version.origin(), version.digest(), number, floor.interval().holdsZero(), floor);
    }

    private static List<HeldOut> tasks(Path home) throws DeltaException, IOException {
        try (var files = Files.list(home.resolve("benchmarks/spaces"))) {
            return DeltaBenchmark.tasks(
                    files.filter(file -> isHeldOut(file.getFileName().toString()))
                            .sorted()
                            .toList());
        }
    }

    private static boolean isHeldOut(String file) {
        return file.endsWith(END) && Family.HELD_OUT.holds(file.substring(0, file.length() - END.length()));
    }

    private static Sandbox sandbox() throws InterruptedException {
        if (Sandboxes.detect() instanceof Detection.Works(var works)) {
            return works;
        }
        System.err.println("WARNING: no sandbox works here; the version plays unprotected");
        return new NoSandbox();
    }
}
