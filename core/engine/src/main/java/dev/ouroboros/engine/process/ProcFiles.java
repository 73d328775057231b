package dev.ouroboros.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code /proc} of processes that may end at any moment: of one that is gone, everything is empty. */
final class ProcFiles {
    private static final Path PROC = Path.of("/proc");

    private ProcFiles() {}

    /** A file of one process, as Latin-1; empty when the process is gone or another user's. */
    static String text(long pid, String name) {
        return text(PROC.resolve(Long.toString(pid)).resolve(name));
    }

    /** The processes that threads of this one started and that have no other parent yet. */
    static List<Long> children(long pid) {
        List<Long> children = new ArrayList<>();
        for (Path thread : numbered(PROC.resolve(Long.toString(pid)).resolve("task"))) {
            for (String child : text(thread.resolve("children")).split(" ")) {
                if (!child.isBlank()) {
                    children.add(Long.valueOf(child.strip()));
                }
            }
        }
        return children;
    }

    /** All processes that this one can see. */
    static List<Long> all() {
        return numbered(PROC).stream()
                .map(path -> Long.valueOf(path.getFileName().toString()))
                .toList();
    }

    /** Whether the process can still run; one that only waits to be collected by its parent cannot. */
    static boolean alive(long pid) {
        String stat = text(pid, "stat");
        int afterName = stat.lastIndexOf(')');
        return afterName >= 0 && stat.length() > afterName + 2 && "ZX".indexOf(stat.charAt(afterName + 2)) < 0;
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private static List<Path> numbered(Path folder) {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folder,
                entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))) {
            entries.forEach(paths::add);
        } catch (IOException | DirectoryIteratorException gone) {
            return paths;
        }
        return paths;
    }
}
