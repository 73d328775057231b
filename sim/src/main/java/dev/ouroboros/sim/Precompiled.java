package dev.ouroboros.sim;

import dev.ouroboros.engine.artifact.Digest;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.hdl.tool.Programs;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Versions;
import dev.ouroboros.hdl.tool.WorkFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/**
 * What all designs share, compiled once for each version of Verilator and of the compiler, and kept in the user's cache: the
 * program that gives a design its inputs, with Verilator's own code in it, and Verilator's header, precompiled for one
 * optimization. Sandboxes see the folder, and can change nothing in it.
 *
 * @param folder where it lies
 * @param include where Verilator's headers are
 * @param flags that designs are compiled with
 */
record Precompiled(Path folder, Path include, String flags) {
    /** The compiler. */
    static final String COMPILER = "g++";

    private static final String HARNESS = "harness";
    private static final String HEADER = "bench.h";
    private static final String PRECOMPILED = "bench.h.gch";
    private static final String SCRIPT = "runtime.sh";
    private static final String SOURCE = "harness.cpp";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * Returns the runtime, compiled if it is not yet there.
     *
     * @param cache where runtimes are kept; made if missing
     * @param optimization the compiler's option
     * @throws ToolMissing if Verilator or the compiler is not installed
     * @throws IllegalStateException if it cannot be compiled, with what the compiler says
     */
    static Precompiled of(Toolbox tools, Path cache, String optimization) throws InterruptedException {
        Path verilator = Programs.find(Verilator.PROGRAM);
        Path include = include(tools);
        String flags = "-std=gnu++17 " + optimization + " -fPIC -w";
        String version = String.join(
                "\n",
                Versions.of(tools, Verilator.PROGRAM, "--version"),
                Versions.of(tools, COMPILER, "--version"),
                include.toString(),
                flags,
                Resource.text(HEADER),
                Resource.text(SOURCE),
                Resource.text(SCRIPT));
        Path folder = cache.resolve(Digest.of(version));
        if (!Files.isDirectory(folder)) {
            compile(tools, Programs.installation(verilator), include, flags, folder);
        }
        return new Precompiled(folder, include, flags);
    }

    /** Returns where runtimes are kept: beside what else Ouroboros keeps for this user. */
    static Path cache() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path caches =
                named == null || named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
        return caches.toAbsolutePath().resolve("ouroboros").resolve("verilator");
    }

    Path harness() {
        return folder.resolve(HARNESS);
    }

    private static Path include(Toolbox tools) throws InterruptedException {
        try (var work = WorkFolder.create()) {
            ToolResult result = tools.run(
                    work, List.of(), Verilator.PROGRAM, List.of("--getenv", "VERILATOR_ROOT"), Duration.ofSeconds(60));
            Path root = Path.of(result.out().strip());
            if (!result.succeeded() || !root.isAbsolute()) {
                throw new IllegalStateException("Verilator does not say where its headers are: " + result);
            }
            return root.resolve("include");
        }
    }

    private static void compile(Toolbox tools, List<Path> installation, Path include, String flags, Path folder)
            throws InterruptedException {
        try (var work = WorkFolder.create()) {
            List.of(HEADER, SOURCE, SCRIPT).forEach(name -> work.put(name, Resource.text(name)));
            List<Path> outputs = work.outputs(HARNESS, PRECOMPILED);
            var arguments = List.of(SCRIPT, include.toString(), flags, HARNESS, PRECOMPILED);
            ToolResult result = tools.run(work, installation, outputs, "sh", arguments, PATIENCE);
            if (!result.succeeded()) {
                throw new IllegalStateException("Verilator's runtime cannot be compiled with " + COMPILER + ": "
                        + (result.timedOut() ? "it took too long" : result.err().strip()));
            }
            keep(work, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Verilator's runtime cannot be kept in " + folder, e);
        }
    }

    /** Others may do the same at the same time: each writes a folder of its own, and the first to rename it is who counts. */
    private static void keep(WorkFolder work, Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Path fresh = Files.createTempDirectory(folder.getParent(), "new");
        for (String name : List.of(HARNESS, HEADER, PRECOMPILED)) {
            Files.write(fresh.resolve(name), work.bytes(name));
        }
        if (!fresh.resolve(HARNESS).toFile().setExecutable(true)) {
            throw new IOException("the harness cannot be made executable");
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            for (String name : List.of(HARNESS, HEADER, PRECOMPILED)) {
                Files.delete(fresh.resolve(name));
            }
            Files.delete(fresh);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
