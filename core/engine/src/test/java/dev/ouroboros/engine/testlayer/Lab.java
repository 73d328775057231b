package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.layer.Layer;
import dev.ouroboros.engine.layer.Layers;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.process.Exclusion;
import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.run.Assembly;
import dev.ouroboros.engine.run.RunOptions;
import dev.ouroboros.engine.run.Runs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A workspace, tasks of the test layer, and runs of them by a proposer of choice. */
public final class Lab implements AutoCloseable {
    /** The folder of the archive in that of the lab. */
    public static final String WORKSPACE = "workspace";

    private final Path folder;
    private final Archive archive;
    private final Layer layer;

    public Lab(Path folder) {
        this(folder, new ArithmeticLayer());
    }

    public Lab(Path folder, Layer layer) {
        this(folder, Archive.open(folder.resolve(WORKSPACE)), layer);
    }

    /** Works with an archive that was opened in some special way. */
    public Lab(Path folder, Archive archive) {
        this(folder, archive, new ArithmeticLayer());
    }

    private Lab(Path folder, Archive archive, Layer layer) {
        this.folder = folder;
        this.archive = archive;
        this.layer = layer;
    }

    /** Writes a task with the expressions {@code a.txt}, {@code b.txt} and so on, and returns its folder. */
    public Path task(String toml, String... expressions) {
        var task = folder.resolve("task");
        try {
            Files.createDirectories(task);
            Files.writeString(task.resolve("task.toml"), toml);
            for (int i = 0; i < expressions.length; i++) {
                Files.writeString(task.resolve((char) ('a' + i) + ".txt"), expressions[i] + "\n");
            }
            return task;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Archive archive() {
        return archive;
    }

    /** Returns runs whose clock goes on by a millisecond whenever it is asked. */
    public Runs runs(Proposer proposer, Listener... listeners) {
        return runs(proposer, new Ticks(Duration.ofMillis(1)), listeners);
    }

    public Runs runs(Proposer proposer, InstantSource clock, Listener... listeners) {
        return new Runs(archive, assembly(proposer), clock, List.of(listeners));
    }

    /** Returns an assembly without tools, in which nobody keeps anybody from the machine. */
    public Assembly assembly(Proposer proposer) {
        return new Assembly(
                new Layers(List.of(layer)),
                _ -> proposer,
                "test",
                true,
                call -> {
                    throw new IllegalStateException("the test layer needs no tools: " + call);
                },
                new Everybody());
    }

    /** Returns the options of a run with that seed on that many threads. */
    public static RunOptions options(long seed, int parallel) {
        return new RunOptions(seed, parallel, null, new NoSandbox());
    }

    /** Returns what the archive holds of the only run. */
    public List<LoopEvent> events() {
        return stamped().stream().map(Stamped::event).toList();
    }

    /** Returns what the archive holds of the only run. */
    public List<Stamped> stamped() {
        return Journal.read(archive.ledger(run()));
    }

    /** Returns the events of one kind of the only run. */
    public <E extends LoopEvent> List<E> events(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the name of the only run. */
    public String run() {
        var runs = archive.runs();
        if (runs.size() != 1) {
            throw new IllegalStateException("expected one run, but there are " + runs);
        }
        return runs.getFirst();
    }

    @Override
    public void close() {
        archive.close();
    }

    private static final class Everybody implements Exclusion {
        @Override
        public Held shared() {
            return () -> {};
        }

        @Override
        public Held exclusive() {
            return () -> {};
        }
    }
}
