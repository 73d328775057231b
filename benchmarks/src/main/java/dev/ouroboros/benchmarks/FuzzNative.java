package dev.ouroboros.benchmarks;

import dev.ouroboros.benchmarks.fuzz.FuzzedTask;
import dev.ouroboros.engine.task.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the alternatives that tasks in C offer compute the same as the code they begin with: {@code FuzzNative [COUNT
 * [TASK...]]}, 10,000 inputs for each of {@code native/tasks} unless told. Inputs and shapes are drawn; both programs are
 * built with the address and undefined behaviour sanitizers. Ends with 1 if anything was wrong.
 */
public final class FuzzNative {
    private static final int COUNT = 10_000;

    private FuzzNative() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, TaskException {
        int count = arguments.length == 0 ? COUNT : Integer.parseInt(arguments[0]);
        var tasks = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).map(Path::of).toList()
                : ownTasks(Path.of(System.getProperty("ouroboros.home", ".")).resolve("native/tasks"));
        int wrong = 0;
        for (var folder : tasks) {
            var result = FuzzedTask.read(folder).run(count, System.nanoTime());
            System.out.println(result);
            wrong += result.wrong();
        }
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static List<Path> ownTasks(Path folder) throws IOException {
        try (var tasks = Files.list(folder)) {
            return tasks.filter(Files::isDirectory).sorted().toList();
        }
    }
}
