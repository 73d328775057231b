package dev.ouroboros.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.tool.Toolbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all designs share. */
class PrecompiledTest {
    @TempDir
    Path cache;

    @Test
    void itIsCompiledOnceAndTheFirstOfTwoCounts() throws Exception {
        var options = Bench.options();
        var tools = new Toolbox(options.sandbox(), options.tools());
        Callable<Precompiled> compile = () -> Precompiled.of(tools, cache, "-O0");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var runtimes = threads.invokeAll(List.of(compile, compile));
            Path folder = runtimes.getFirst().get().folder();
            assertEquals(folder, runtimes.getLast().get().folder());
            var written = Files.getLastModifiedTime(folder);
            assertEquals(folder, Precompiled.of(tools, cache, "-O0").folder());
            assertEquals(written, Files.getLastModifiedTime(folder));
        }
        try (var kept = Files.list(cache)) {
            assertEquals(1, kept.count());
        }
        assertTrue(Files.isExecutable(Precompiled.of(tools, cache, "-O0").harness()));
    }
}
