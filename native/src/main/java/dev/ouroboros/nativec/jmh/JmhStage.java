package dev.ouroboros.nativec.jmh;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Layout;
import dev.ouroboros.cfamily.host.Rig;
import dev.ouroboros.cfamily.host.WorkerJvm;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.process.SandboxSpec;
import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs JMH once for a candidate that is about to be confirmed: its raw samples are recorded and decide nothing. It takes
 * some seconds each; after five minutes in all it lets candidates pass without.
 */
public final class JmhStage implements Stage {
    private static final Duration IN_ALL = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MIB = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private final Workshop workshop;
    private final LayerOptions options;
    private final AtomicLong spent = new AtomicLong();

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
    public Outcome run(Artifact artifact) throws InterruptedException {
        if (spent.get() > IN_ALL.toNanos()) {
            return new Outcome.Passed(List.of(), "without JMH, which had its " + IN_ALL.toMinutes() + " minutes");
        }
        long start = System.nanoTime();
        Path folder = null;
        Path result = null;
        try {
            folder = Files.createTempDirectory("ouroboros-jmh");
            result = Files.createTempFile("ouroboros-jmh", ".json");
            layOut(folder, artifact);
            return judge(run(folder, result), Files.readString(result));
        } catch (CandidateFailure e) {
            return e.outcome();
        } catch (IOException e) {
            throw new UncheckedIOException("JMH's files cannot be written or read", e);
        } finally {
            remove(folder, result);
            spent.addAndGet(System.nanoTime() - start);
        }
    }

    private void layOut(Path folder, Artifact artifact) throws CandidateFailure, InterruptedException, IOException {
        Problem problem = workshop.timed();
        var compiled = workshop.compiler().compile(Candidate.of(workshop.part(), artifact));
        Layout layout = Layout.of(problem, 1, 0);
        Files.write(folder.resolve(KernelBenchmark.LIBRARY), compiled.code(problem));
        Files.writeString(
                folder.resolve(KernelBenchmark.PLAN),
                JSON.writeValueAsString(compiled.plan(0, problem, Rig.places(problem, layout))));
        Inputs inputs = Inputs.allocate(problem);
        workshop.draw(inputs);
        try (var channel = FileChannel.open(
                folder.resolve(KernelBenchmark.MEMORY), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), layout.end() - 1);
            for (Argument.Buffer buffer : problem.task().inputs()) {
                channel.write(
                        ByteBuffer.wrap(inputs.of(buffer.name()).segment().toArray(ValueLayout.JAVA_BYTE)),
                        layout.place(0, buffer.name()).offset());
            }
        }
    }

    private ToolResult run(Path folder, Path result) throws InterruptedException {
        var command = WorkerJvm.command(
                JmhMain.class,
                List.of(
                        org.openjdk.jmh.runner.Runner.class,
                        joptsimple.OptionParser.class,
                        org.apache.commons.math3.util.FastMath.class),
                List.of("-Xss16m", "-Xmx512m", "-D" + KernelBenchmark.FOLDER + "=" + folder, "-Djmh.ignoreLock=true"),
                List.of(result.toString()));
        List<Path> visible = new ArrayList<>(command.visible());
        visible.add(folder);
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
    private static Outcome judge(ToolResult said, String json) {
        if (said.timedOut()) {
            return new Outcome.TimedOut("JMH took longer than " + PATIENCE.toSeconds() + " s");
        }
        try {
            JsonNode samples = JSON.readTree(json)
                    .path(0)
                    .path("primaryMetric")
                    .path("rawData")
                    .path(0);
            List<Double> nanos = new ArrayList<>();
            samples.forEach(sample -> nanos.add(sample.asDouble()));
            if (nanos.isEmpty() || !said.succeeded()) {
                return new Outcome.Faulted("JMH ended with " + said.exit() + ": " + said.err());
            }
            List<Measurement> evidence = new ArrayList<>();
            evidence.add(new Measurement("jmh-time", "ns", Direction.MINIMIZE, false, nanos));
            String missing = addCounts(evidence, JSON.readTree(said.out()));
            return new Outcome.Passed(evidence, missing);
        } catch (JacksonException e) {
            return new Outcome.Faulted("JMH's result is no JSON: " + e.getOriginalMessage());
        }
    }

    /** Returns which counters are not there and why, a line each. */
    private static String addCounts(List<Measurement> evidence, JsonNode counts) {
        var missing = new StringBuilder();
        for (String name : Counts.names()) {
            JsonNode count = counts.path(name);
            if (count.isNumber()) {
                evidence.add(new Measurement(name, "a launch", Direction.MINIMIZE, false, List.of(count.asDouble())));
            } else {
                missing.append(name)
                        .append(" not counted: ")
                        .append(count.asString(""))
                        .append('\n');
            }
        }
        return missing.toString();
    }

    private static void remove(@Nullable Path folder, @Nullable Path result) {
        try {
            if (folder != null) {
                for (String file : List.of(KernelBenchmark.LIBRARY, KernelBenchmark.PLAN, KernelBenchmark.MEMORY)) {
                    Files.deleteIfExists(folder.resolve(file));
                }
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
