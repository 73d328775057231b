package dev.ouroboros.hdl.tool;

import dev.ouroboros.engine.process.ToolMissing;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
