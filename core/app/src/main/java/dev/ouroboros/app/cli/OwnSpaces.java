package dev.ouroboros.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recorded spaces that come with the program. */
final class OwnSpaces {
    private static final String END = ".T4.json.gz";

    private OwnSpaces() {}

    /** Returns the name of the space of a file. */
    static String name(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - END.length());
    }

    /** Returns their files, sorted by name. */
    static List<Path> files() throws CommandFailure {
        var home = System.getProperty("ouroboros.home");
        var folder = Path.of(home == null ? "" : home, "benchmarks", "spaces");
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(
                    ExitCode.WRONG_USE,
                    "there is no folder " + folder.toAbsolutePath()
                            + "; start the program by ./ouroboros, or name recorded spaces by --space FILE...");
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(END))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
