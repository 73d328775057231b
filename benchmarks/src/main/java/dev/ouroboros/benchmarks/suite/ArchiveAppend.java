package dev.ouroboros.benchmarks.suite;

import dev.ouroboros.engine.archive.Archive;
import dev.ouroboros.engine.archive.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One event appended to the ledger of a run, in a transaction of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ArchiveAppend {
    private final Archive archive;
    private final Ledger ledger;
    private final String event = "{\"event\":\"" + "x".repeat(500) + "\"}";

    /** Opens an archive in a temporary folder. */
    public ArchiveAppend() {
        try {
            archive = Archive.open(Files.createTempDirectory("ouroboros-suite"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        ledger = Objects.requireNonNull(archive.create("suite"));
    }

    @Benchmark
    public Object append() {
        return ledger.append(List.of(event), Instant.EPOCH);
    }

    @TearDown
    public void close() {
        archive.close();
    }
}
