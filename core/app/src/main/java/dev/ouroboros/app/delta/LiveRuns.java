package dev.ouroboros.app.delta;

import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has versions run live tasks, one at a time, and keeps what came of it. Each run is the version's own program in a process of
 * its own, with a copy of the task and a workspace that are new: it finds nothing of an earlier run.
 *
 * @param folder where results are kept
 */
record LiveRuns(Path folder, ToolRunner tools, boolean sandboxed) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MAIN = "dev.ouroboros.app.Main";
    private static final int CAP = 1 << 20;

    /** A run ends on its own; a program that does not is ended after so many times its time, and what it may wait for others. */
    private static final int PATIENCE = 4;

    private static final Duration OTHERS = Duration.ofMinutes(30);
    private static final Duration LOOK = Duration.ofMinutes(2);

    /** One run that is wanted. */
    record Order(Version version, LiveTask task, int seed, int evaluations, Duration time) {
        String key() {
            return version.digest().substring(0, 24) + "-" + task.digest().substring(0, 16) + "-" + evaluations + "-"
                    + time.toSeconds() + "-" + seed + ".json";
        }
    }

    /** Returns what came of a run, or null if it was not run. */
    @Nullable
    LiveRun of(Order order) {
        var file = folder.resolve(Libraries.edition() + "-" + order.key());
        try {
            return Files.exists(file) ? JSON.readValue(Files.readString(file), LiveRun.class) : null;
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(file + " cannot be read; remove it to run again", e);
        }
    }

    /** Runs it. */
    LiveRun run(Order order) throws DeltaException, InterruptedException {
        try {
            Files.createDirectories(folder);
            var place = Files.createTempDirectory(folder, "running-");
            try {
                var run = run(order, place);
                var whole = Files.writeString(place.resolve("result.json"), JSON.writeValueAsString(run));
                Files.move(whole, folder.resolve(Libraries.edition() + "-" + order.key()));
                return run;
            } finally {
                delete(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("runs cannot be kept in " + folder, e);
        }
    }

    private LiveRun run(Order order, Path place) throws IOException, DeltaException, InterruptedException {
        var task = place.resolve("task");
        copy(order.task().folder(), task);
        var workspace = place.resolve("workspace").toString();
        var arguments = new ArrayList<>(List.of(
                "run",
                task.toString(),
                "--workspace",
                workspace,
                "--seed",
                Integer.toString(order.seed()),
                "--evaluations",
                Integer.toString(order.evaluations()),
                "--time",
                order.time().toSeconds() + "s",
                "--quiet",
                "--json"));
        if (!sandboxed) {
            arguments.addAll(List.of("--sandbox", "none"));
        }
        var summary = asked(
                order.version(),
                arguments,
                place,
                order.time().multipliedBy(PATIENCE).plus(OTHERS));
        var lineage = asked(
                order.version(),
                List.of("lineage", summary.path("run").asString(), "--workspace", workspace, "--json"),
                place,
                LOOK);
        var steps = new ArrayList<LiveRun.Step>();
        for (var step : lineage.path("steps")) {
            steps.add(new LiveRun.Step(
                    step.path("evaluation").intValue(), step.path("total").doubleValue()));
        }
        return new LiveRun(
                steps,
                summary.path("evaluations").intValue(),
                summary.path("best").path("gain").doubleValue(1),
                summary.path("wall_s").doubleValue());
    }

    private JsonNode asked(Version version, List<String> arguments, Path place, Duration patience)
            throws DeltaException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Douroboros.home=" + place,
                "-cp",
                version.classPath(),
                MAIN));
        command.addAll(arguments);
        var result = tools.run(new ToolCall(command, place, environment(), patience, CAP));
        if (!result.succeeded()) {
            throw new DeltaException(version.name() + " (" + version.origin() + ") did not run "
                    + arguments.get(1) + " to the end"
                    + (result.timedOut()
                            ? " within " + TimeUnit.SECONDS.toMinutes(patience.toSeconds()) + " minutes"
                            : "")
                    + ": " + PlayerProcess.shortened(result.err() + result.out()));
        }
        try {
            return JSON.readTree(result.out());
        } catch (JacksonException e) {
            throw new DeltaException(version.name() + " printed what is no JSON: " + e.getOriginalMessage());
        }
    }

    /** Tools and devices are found as by a user; what else the user has set may differ tomorrow. */
    private static Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        for (var name : List.of("PATH", "HOME", "LANG", "OCL_ICD_VENDORS", "LD_LIBRARY_PATH")) {
            var value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        return environment;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void delete(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
