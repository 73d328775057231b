package dev.ouroboros.engine.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Namespaces by <a href="https://github.com/containers/bubblewrap">bubblewrap</a>: no network, no processes but its own, no
 * files but those named, no capabilities, a seccomp filter, and the end of the whole tree when its first process ends.
 *
 * @param program the executable
 * @param sizedTmpfs whether this version knows {@code --size} (0.7 and later); without it {@code /tmp} may take half of the
 *     machine's memory
 * @param filter a seccomp program for {@code --seccomp}, or null where none exists for this architecture
 * @param placingFilter the one for {@link SandboxSpec#placesThreads()}, likewise
 */
public record Bubblewrap(
        Path program,
        boolean sizedTmpfs,
        @Nullable Path filter,
        @Nullable Path placingFilter) implements Sandbox {
    private static final List<String> ROOT_FOLDERS = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");

    /** Whole /etc would tell accounts and keys; these tell where libraries and Java's parts are. */
    private static final List<String> CONFIGURATION = List.of(
            "/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives", "/etc/java-25-openjdk");

    /** What hwloc and drivers read; the rest of /sys lets root change the kernel or shows more than needed. */
    private static final List<String> HARDWARE = List.of("/sys/devices", "/sys/bus", "/sys/class", "/sys/dev");

    @Override
    public List<String> wrap(SandboxSpec spec, List<String> command) {
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(List.of("--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
        Path seccomp = spec.placesThreads() ? placingFilter : filter;
        if (seccomp != null) {
            line.addAll(List.of("--seccomp", "3"));
        }
        environment(spec, line);
        system(line);
        if (sizedTmpfs) {
            line.addAll(List.of("--size", Long.toString(spec.tmpBytes())));
        }
        line.addAll(List.of("--tmpfs", "/tmp"));
        requireExisting(spec);
        spec.readOnly().forEach(path -> bind("--ro-bind", path.toString(), line));
        spec.writableFiles().forEach(path -> bind("--bind", path.toString(), line));
        spec.devices().forEach(path -> bind("--dev-bind", path.toString(), line));
        closeRoot(line);
        line.addAll(List.of("--chdir", "/tmp", "--"));
        line.addAll(Launch.withLimits(spec, command));
        return Launch.withDescriptors(seccomp == null ? List.of() : List.of(seccomp), spec.shared(), line);
    }

    private static void environment(SandboxSpec spec, List<String> line) {
        line.add("--clearenv");
        spec.wholeEnvironment().forEach((name, value) -> line.addAll(List.of("--setenv", name, value)));
    }

    private static void system(List<String> line) {
        bind("--ro-bind", "/usr", line);
        for (String folder : ROOT_FOLDERS) {
            Path path = Path.of(folder);
            if (Files.isSymbolicLink(path)) {
                line.addAll(List.of("--symlink", readLink(path), folder));
            } else if (Files.isDirectory(path)) {
                bind("--ro-bind", folder, line);
            }
        }
        CONFIGURATION.forEach(path -> bind("--ro-bind-try", path, line));
        HARDWARE.forEach(path -> bind("--ro-bind-try", path, line));
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    }

    /**
     * Bubblewrap leaves / and /dev as writable memory without a bound, and root's sandbox may write /proc/sys by the
     * ownership of its files alone: {@code kernel.core_pattern} names a program that the host would run as root.
     */
    private static void closeRoot(List<String> line) {
        line.addAll(List.of("--remount-ro", "/proc", "--remount-ro", "/dev", "--remount-ro", "/"));
    }

    /** Found missing here it is our fault; found missing by bubblewrap it would look like the candidate's. */
    private static void requireExisting(SandboxSpec spec) {
        Stream.of(spec.readOnly(), spec.writableFiles(), spec.devices())
                .flatMap(List::stream)
                .filter(Files::notExists)
                .findFirst()
                .ifPresent(path -> {
                    throw new IllegalArgumentException("the sandbox shall show " + path + ", which does not exist");
                });
    }

    private static void bind(String option, String path, List<String> line) {
        line.addAll(List.of(option, path, path));
    }

    private static String readLink(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
