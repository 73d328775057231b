package dev.ouroboros.java.jmh;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.java.host.WorkerJvm;
import dev.ouroboros.java.host.Workshop;
import dev.ouroboros.java.task.JavaTask;
import dev.ouroboros.java.worker.ClassBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs JMH for a candidate that is about to be confirmed, and for the seed on the same arguments: a second opinion, of another
 * harness, which is recorded and decides nothing. After five minutes in all it lets candidates pass without.
 */
public final class JmhStage implements Stage {
    private static final Duration IN_ALL = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MIB = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Workshop workshop;
    private final LayerOptions options;
    private long spent;

    /** Of one part. */
    public JmhStage(Workshop workshop, LayerOptions options) {
        this.workshop = workshop;
        this.options = options;
    }

    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public CostClass cost() {
        return CostClass.CONFIRM;
    }

    @Override
    public String capability() {
        return "nothing";
    }

    @Override
    public synchronized Outcome run(Artifact candidate) throws InterruptedException {
        if (spent > IN_ALL.toNanos()) {
            return new Outcome.Passed(List.of(), "without JMH, which had its " + IN_ALL.toMinutes() + " minutes");
        }
        long start = System.nanoTime();
        try {
            long seed = options.secret().nextLong();
            Map<String, byte[]> classes = workshop.builder().build(candidate).classes();
            List<Double> after = nanos(classes, seed);
            List<Double> before = nanos(workshop.builder().seed(), seed);
            double gain = median(before) / median(after);
            return new Outcome.Passed(
                    List.of(
                            new Measurement("jmh-time", "ns", Direction.MINIMIZE, false, after),
                            new Measurement("jmh-seed-time", "ns", Direction.MINIMIZE, false, before),
                            new Measurement("jmh-gain", "times the seed", Direction.MAXIMIZE, false, List.of(gain))),
                    String.format("JMH: %.4g ns against %.4g ns of the seed", median(after), median(before)));
        } catch (CandidateFailure e) {
            return e.outcome();
        } finally {
            spent += System.nanoTime() - start;
        }
    }

    private static double median(List<Double> samples) {
        return Medians.median(samples.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private List<Double> nanos(Map<String, byte[]> classes, long seed) throws CandidateFailure, InterruptedException {
        Path folder = null;
        Path result = null;
        try {
            folder = Files.createTempDirectory("ouroboros-jmh");
            result = Files.createTempFile("ouroboros-jmh", ".json");
            JavaTask task = workshop.task();
            List<String> libraries =
                    task.classPath().stream().map(Path::toString).toList();
            var plan = new Plan(task.owner(), task.method(), task.types(), libraries, task.draws(task.timed()), seed);
            Files.write(folder.resolve(EntryBenchmark.CLASSES), ClassBytes.pack(classes));
            Files.writeString(folder.resolve(EntryBenchmark.PLAN), JSON.writeValueAsString(plan));
            return samples(run(folder, result), Files.readString(result));
        } catch (IOException e) {
            throw new UncheckedIOException("JMH's files cannot be written or read", e);
        } finally {
            remove(folder, result);
        }
    }

    private ToolResult run(Path folder, Path result) throws InterruptedException {
        var command = WorkerJvm.command(
                JmhMain.class,
                List.of(
                        org.openjdk.jmh.runner.Runner.class,
                        joptsimple.OptionParser.class,
                        org.apache.commons.math3.util.FastMath.class),
                List.of(
                        "--sun-misc-unsafe-memory-access=allow",
                        "-D" + EntryBenchmark.FOLDER + "=" + folder,
                        "-Djmh.ignoreLock=true"),
                List.of(result.toString()));
        List<Path> visible = new ArrayList<>(command.visible());
        visible.add(folder);
        visible.addAll(workshop.task().classPath());
        var spec = new SandboxSpec(
                visible, List.of(result), List.of(), List.of(), Map.of(), 2048 * MIB, 64 * MIB, 64 * MIB);
        return options.tools()
                .run(new ToolCall(
                        options.sandbox().wrap(spec, command.line()),
                        folder,
                        Map.of(),
                        PATIENCE,
                        64 << 10,
                        spec.memoryBytes()));
    }

    /** What the child wrote is evidence at most: a candidate ran beside it. */
    private static List<Double> samples(ToolResult said, String json) throws CandidateFailure {
        if (said.timedOut()) {
            throw new CandidateFailure(new Outcome.TimedOut("JMH took longer than " + PATIENCE.toSeconds() + " s"));
        }
        try {
            List<Double> nanos = new ArrayList<>();
            JSON.readTree(json)
                    .path(0)
                    .path("primaryMetric")
                    .path("rawData")
                    .path(0)
                    .forEach(sample -> nanos.add(sample.asDouble()));
            if (nanos.isEmpty() || !said.succeeded()) {
                throw new CandidateFailure(new Outcome.Faulted("JMH ended with " + said.exit() + ": " + said.err()));
            }
            return nanos;
        } catch (JacksonException e) {
            throw new CandidateFailure(new Outcome.Faulted(
                    "JMH's result is no JSON: " + e.getOriginalMessage() + ", and it said " + said.err()));
        }
    }

    private static void remove(@Nullable Path folder, @Nullable Path result) {
        try {
            if (folder != null) {
                Files.deleteIfExists(folder.resolve(EntryBenchmark.CLASSES));
                Files.deleteIfExists(folder.resolve(EntryBenchmark.PLAN));
                Files.deleteIfExists(folder);
            }
            if (result != null) {
                Files.deleteIfExists(result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
