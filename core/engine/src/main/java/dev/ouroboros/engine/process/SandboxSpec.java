package dev.ouroboros.engine.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one sandboxed process may see and use. Everything else of the machine, apart from {@code /usr} and the loader's
 * configuration, is not there.
 *
 * @param readOnly files and folders seen at their own paths; each must exist
 * @param writableFiles existing files that the process may change at their own paths. It may also truncate them: never map
 *     one in the parent, that is what {@link ExchangeFile} is for
 * @param devices device nodes, such as {@code /dev/dri}
 * @param shared up to {@value #MAX_SHARED} handles of {@link ExchangeFile}s, open in the process as descriptors
 *     {@value #FIRST_SHARED}, {@value #FIRST_SHARED} + 1 and so on
 * @param environment the complete environment; {@code HOME} and {@code TMPDIR} are {@code /tmp} unless named, and
 *     {@code PATH} is the system's
 * @param memoryBytes above this resident size of the whole tree, exchange files included, the process is killed by whoever
 *     watches it ({@link Worker}, {@link ToolRunner}); bound a JVM's heap by {@code -Xmx} well below
 * @param tmpBytes size of the private {@code /tmp}; it counts beside {@code memoryBytes}
 * @param fileBytes no file can be written beyond this size (RLIMIT_FSIZE)
 * @param placesThreads whether it may choose the processors its threads run on, which is for a worker whose driver pins
 *     its threads when it starts; {@link Lockdown} ends it before a candidate runs
 */
public record SandboxSpec(
        List<Path> readOnly,
        List<Path> writableFiles,
        List<Path> devices,
        List<Path> shared,
        Map<String, String> environment,
        long memoryBytes,
        long tmpBytes,
        long fileBytes,
        boolean placesThreads) {

    /** A shell can open descriptors 0 to 9; 3 carries the sandbox's own filter. */
    public static final int FIRST_SHARED = 4;

    public static final int MAX_SHARED = 6;

    private static final long MIB = 1 << 20;

    private static final Map<String, String> USUAL =
            Map.of("HOME", "/tmp", "TMPDIR", "/tmp", "PATH", "/usr/local/bin:/usr/bin:/bin");

    public SandboxSpec {
        readOnly = List.copyOf(readOnly);
        writableFiles = List.copyOf(writableFiles);
        devices = List.copyOf(devices);
        shared = List.copyOf(shared);
        environment = Map.copyOf(environment);
        requireAbsolute("readOnly", readOnly);
        requireAbsolute("writableFiles", writableFiles);
        requireAbsolute("devices", devices);
        if (shared.size() > MAX_SHARED) {
            throw new IllegalArgumentException("at most " + MAX_SHARED + " shared files, found " + shared.size()
                    + ". Maybe put several arrays into one file.");
        }
        if (memoryBytes < MIB || tmpBytes < 4096 || fileBytes < 1) {
            throw new IllegalArgumentException("limits too small: memoryBytes " + memoryBytes + " (at least " + MIB
                    + "), tmpBytes " + tmpBytes + " (at least 4096), fileBytes " + fileBytes + " (at least 1)");
        }
    }

    /** Of a process whose threads run where they are put. */
    public SandboxSpec(
            List<Path> readOnly,
            List<Path> writableFiles,
            List<Path> devices,
            List<Path> shared,
            Map<String, String> environment,
            long memoryBytes,
            long tmpBytes,
            long fileBytes) {
        this(readOnly, writableFiles, devices, shared, environment, memoryBytes, tmpBytes, fileBytes, false);
    }

    /** Sees tools only, in 1 GiB of memory, 64 MiB of {@code /tmp} and files of 64 MiB. */
    public static SandboxSpec toolsOnly() {
        return new SandboxSpec(List.of(), List.of(), List.of(), List.of(), Map.of(), 1024 * MIB, 64 * MIB, 64 * MIB);
    }

    public SandboxSpec withReadOnly(List<Path> paths) {
        return new SandboxSpec(
                paths, writableFiles, devices, shared, environment, memoryBytes, tmpBytes, fileBytes, placesThreads);
    }

    public SandboxSpec withShared(List<Path> handles) {
        return new SandboxSpec(
                readOnly,
                writableFiles,
                devices,
                handles,
                environment,
                memoryBytes,
                tmpBytes,
                fileBytes,
                placesThreads);
    }

    public SandboxSpec withMemory(long bytes) {
        return new SandboxSpec(
                readOnly, writableFiles, devices, shared, environment, bytes, tmpBytes, fileBytes, placesThreads);
    }

    /** The same, free to choose the processors its threads run on. */
    public SandboxSpec withThreadPlacement() {
        return new SandboxSpec(
                readOnly, writableFiles, devices, shared, environment, memoryBytes, tmpBytes, fileBytes, true);
    }

    /** Returns the environment, what is not named in it included. */
    Map<String, String> wholeEnvironment() {
        Map<String, String> whole = new HashMap<>(USUAL);
        whole.putAll(environment);
        return whole;
    }

    private static void requireAbsolute(String name, List<Path> paths) {
        for (Path path : paths) {
            if (!path.isAbsolute()) {
                throw new IllegalArgumentException(name + " takes absolute paths, found " + path);
            }
        }
    }
}
