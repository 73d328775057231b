package dev.ouroboros.hdl.tool;

import dev.ouroboros.engine.process.ToolMissing;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where external programs are. */
public final class Programs {
    private Programs() {}

    /**
     * Returns the first program of that name on the path of this process.
     *
     * @throws ToolMissing if there is none
     */
    public static Path find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new ToolMissing(name));
    }

    /**
     * Returns what a sandbox must show for a program to work: programs outside of the system bring libraries and data beside
     * their folder {@code bin}.
     */
    public static List<Path> installation(Path program) {
        if (program.startsWith("/usr") || program.startsWith("/bin")) {
            return List.of();
        }
        Path bin = program.getParent();
        Path root = bin == null ? null : bin.getParent();
        return List.of(root == null || root.getNameCount() == 0 ? program : root);
    }
}
