package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.java.task.JavaTaskReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** The task {@code search} on a small space: 4 by 5 by 6 points, the best of them in a corner, a few of them failing. */
final class SearchTask {
    static final int AXES = 3;

    private static final String SPACES = "(?m)^ *spaces .*$";
    private static final String PATIENCE = "(?m)^ *patience .*$";

    private final Path folder;
    private final Task task;

    private SearchTask(Path folder, Task task) {
        this.folder = folder;
        this.task = task;
    }

    static SearchTask in(Path folder) throws Exception {
        Path own = Path.of("tasks/search");
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(own.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.writeString(folder.resolve("hill.T4.json"), recording());
        Path toml = folder.resolve("task.toml");
        Files.writeString(
                toml,
                Files.readString(toml)
                        .replaceFirst(SPACES, "spaces = [\"hill.T4.json\"]")
                        .replaceFirst(PATIENCE, "patience = 20"));
        return new SearchTask(folder, TaskReader.read(folder, Set.of("java")));
    }

    private static String recording() {
        var rows = new StringJoiner(",\n", "{\"results\": [", "]}");
        for (int x = 0; x < 4; x++) {
            for (int y = 0; y < 5; y++) {
                for (int z = 0; z < 6; z++) {
                    boolean fails = x == 0 && y == 0;
                    double value = 1 + 0.5 * ((3 - x) * (3 - x) + (4 - y) * (4 - y) + (5 - z) * (5 - z));
                    rows.add(String.format(
                            Locale.ROOT,
                            "{\"configuration\": {\"x\": %d, \"y\": %d, \"z\": %d}, \"times\": {\"compilation\": 1000,"
                                    + " \"runtimes\": [%s]}, \"invalidity\": \"%s\"}",
                            x,
                            y,
                            z,
                            fails ? "" : String.valueOf(value),
                            fails ? "compile" : "correct"));
                }
            }
        }
        return rows.toString();
    }

    Artifact seed() {
        return task.seed();
    }

    /**
     * A candidate that does something on the recorded space, and what the seed does where the tests are.
     *
     * @param members of the class
     * @param body of its choice, from {@code trials}, {@code count} and {@code random}; ends without one where the seed chooses
     */
    Artifact artifact(String members, String body) throws IOException {
        String seed = task.seed().text("code/RandomSampling.java");
        String head = "public List<Point> choose(Trials trials, int count, RandomGenerator random) {";
        String changed = seed.replace(
                        head, head + "\nif (trials.grid().axes().size() == " + AXES + ") {\n" + body + "\n}")
                .replace("    private static void addRest", members + "\n    private static void addRest");
        return task.seed().with("code/RandomSampling.java", changed);
    }

    Workshop workshop(Defence... without) throws Exception {
        var defences = EnumSet.allOf(Defence.class);
        defences.removeAll(List.of(without));
        return workshop(task, defences);
    }

    /** One that waits so many seconds for plays. */
    Workshop workshop(int patience) throws Exception {
        Path toml = folder.resolve("task.toml");
        Files.writeString(toml, Files.readString(toml).replaceFirst(PATIENCE, "patience = " + patience));
        return workshop(TaskReader.read(folder, Set.of("java")), Defence.ALL);
    }

    /** Whatever is drawn in secret, it is the same each time: what is tested does not depend on luck. */
    private static Workshop workshop(Task task, Set<Defence> defences) throws Exception {
        var part = task.parts().getFirst();
        return Workshop.open(
                part, JavaTaskReader.read(part), SumTask.options().sandbox(), new SplittableRandom(1), defences);
    }

    List<Stage> cascade(Workshop workshop) {
        return List.of(
                new InspectStage(workshop.part()),
                new BuildStage(workshop),
                new TestStage(workshop),
                new PlayStage(workshop),
                new FullStage(workshop));
    }
}
