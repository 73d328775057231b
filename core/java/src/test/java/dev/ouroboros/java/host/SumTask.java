package dev.ouroboros.java.host;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.Sandboxes;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.java.task.JavaTaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A small task with a protected class and tests: a sum of squares. */
final class SumTask {
    static final String SEED = """
            import java.util.ArrayList;
            import java.util.List;

            class Sum {
                static long of(int[] values) {
                    List<Long> squares = new ArrayList<>();
                    for (int value : values) {
                        squares.add(Square.of(value));
                    }
                    long sum = 0;
                    for (int i = 0; i < squares.size(); i++) {
                        sum += squares.get(i);
                    }
                    return sum;
                }
            }
            """;

    private static final String TOML = """
            name    = "sum"
            summary = "A sum of squares"

            [[parts]]
            name  = "code"
            layer = "java"
            files = ["Sum.java"]

              [parts.java]
              sources      = ["Square.java"]
              entry        = "Sum.of"
              test-sources = ["test"]
              tests        = ["SumTest"]
              timed        = { n = 2000 }
              shown        = [{ n = 1 }, { n = 100 }]
              held-out     = [{ n = 0 }, { n = 37 }]
              patience     = 4
              arguments    = [{ name = "values", type = "int[]", shape = ["n"], low = "1", high = "1000" }]

            [[objectives]]
            metric = "time"
            unit   = "us"
            goal   = "minimize"
            """;

    private static final String SQUARE = """
            final class Square {
                static long of(int value) {
                    return (long) value * value;
                }
            }
            """;

    private static final String TEST = """
            final class SumTest {
                public static void main(String[] arguments) {
                    if (Sum.of(new int[] {3, 4}) != 25) {
                        throw new AssertionError("3 and 4");
                    }
                }
            }
            """;

    private final Task task;

    private SumTask(Task task) {
        this.task = task;
    }

    static SumTask in(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("test"));
        Files.writeString(folder.resolve("task.toml"), TOML);
        Files.writeString(folder.resolve("Sum.java"), SEED);
        Files.writeString(folder.resolve("Square.java"), SQUARE);
        Files.writeString(folder.resolve("test/SumTest.java"), TEST);
        return new SumTask(TaskReader.read(folder, Set.of("java")));
    }

    /** A candidate with that source. */
    Artifact artifact(String source) {
        return task.seed().with("code/Sum.java", source);
    }

    Workshop workshop(Defence... without) throws Exception {
        var defences = EnumSet.allOf(Defence.class);
        defences.removeAll(List.of(without));
        var part = task.parts().getFirst();
        return Workshop.open(
                part, JavaTaskReader.read(part), options().sandbox(), options().secret(), defences);
    }

    List<Stage> cascade(Workshop workshop) {
        return List.of(
                new InspectStage(workshop.part()),
                new BuildStage(workshop),
                new CheckStage(workshop),
                new TestStage(workshop),
                new FullStage(workshop));
    }

    static LayerOptions options() throws InterruptedException {
        var works = assertInstanceOf(Sandboxes.Detection.Works.class, Sandboxes.detect());
        return new LayerOptions(null, works.sandbox(), new DefaultToolRunner(), SecretRandom.fromSystem());
    }
}
