package dev.ouroboros.app.delta;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bodies small enough to know what an edit does. */
public final class Bodies {
    /** Tries the points one after the other from the fifth on: the nearer to the last it begins, the better on a line that falls. */
    public static final String FROM_THE_FIFTH = """
            public final class Search {
                private final int points;
                private int told;
                public Search(int[] sizes, int[][] points, long seed) { this.points = points.length; }
                public int next() { return told == points ? -1 : (told + 4) % points; }
                public void tell(int point, double logGain, double seconds) { told++; }
            }
            """;

    private Bodies() {}

    /** Writes the task of a body. */
    public static Path write(Path folder, String search) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("Search.java"), search);
        Files.writeString(folder.resolve("task.toml"), """
                name = "tiny"
                [[parts]]
                name  = "search"
                layer = "java"
                files = ["Search.java"]
                [[objectives]]
                metric = "area"
                goal   = "minimize"
                """);
        return folder;
    }

    static BodyTask read(Path folder, String search) throws IOException, DeltaException {
        return BodyTask.read(write(folder, search));
    }
}
