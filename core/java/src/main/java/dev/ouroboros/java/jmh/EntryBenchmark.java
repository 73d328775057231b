package dev.ouroboros.java.jmh;

import dev.ouroboros.java.data.Drawing;
import dev.ouroboros.java.worker.CandidateLoader;
import dev.ouroboros.java.worker.ClassBytes;
import dev.ouroboros.java.worker.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.json.JsonMapper;

/** Launches of an entry, in turn with a few arguments; drawn anew each time if it changes them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EntryBenchmark {
    /** Names the folder that holds the classes and the plan. */
    public static final String FOLDER = "ouroboros.entry";

    static final String CLASSES = "classes";
    static final String PLAN = "plan.json";

    private static final int ARGUMENTS = 16;

    private final Plan plan;
    private final Entry entry;
    private final Object[][] arguments = new Object[ARGUMENTS][];
    private final boolean changes;
    private int next;

    /** Loads all of it. */
    public EntryBenchmark() {
        Path folder = Path.of(System.getProperty(FOLDER));
        try {
            plan = new JsonMapper().readValue(Files.readString(folder.resolve(PLAN)), Plan.class);
            var libraries = new URL[plan.libraries().size()];
            for (int i = 0; i < libraries.length; i++) {
                libraries[i] = Path.of(plan.libraries().get(i)).toUri().toURL();
            }
            var loader = new CandidateLoader(ClassBytes.unpack(Files.readAllBytes(folder.resolve(CLASSES))), libraries);
            entry = Entry.find(loader, plan.owner(), plan.method(), plan.types());
        } catch (IOException e) {
            throw new UncheckedIOException("there is no entry in " + folder, e);
        }
        draw();
        entry.call(arguments[0]);
        changes = !Arrays.deepEquals(arguments[0], Drawing.arguments(plan.draws(), plan.seed(), 0));
    }

    private void draw() {
        for (int i = 0; i < ARGUMENTS; i++) {
            arguments[i] = Drawing.arguments(plan.draws(), plan.seed(), i);
        }
    }

    /** Replaces arguments that were used up. */
    @Setup(Level.Invocation)
    public void next() {
        next = (next + 1) % ARGUMENTS;
        if (changes) {
            arguments[next] = Drawing.arguments(plan.draws(), plan.seed(), next);
        }
    }

    @Benchmark
    public @Nullable Object launch() {
        return entry.call(arguments[next]);
    }
}
