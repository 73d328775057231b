package dev.ouroboros.app.mcp;

import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds tasks: folders with a {@code task.toml}. */
final class TaskFinder {
    private static final int DEPTH = 4;
    private static final String FILE = "task.toml";
    private static final Set<String> ELSEWHERE = Set.of("target", "node_modules", "build");

    private final List<Path> roots;
    private final Set<String> layers;

    TaskFinder(List<Path> roots, List<String> layers) {
        this.roots = roots;
        this.layers = new HashSet<>(layers);
    }

    /**
     * A task that was found.
     *
     * @param task its folder, as open_run takes it
     * @param problem why it cannot be used; null if it can
     */
    record Found(
            String task,
            String name,
            String summary,
            List<String> layers,
            int evaluations,
            double minutes,
            @Nullable String problem) {}

    /** Returns all of them, sorted by folder. */
    List<Found> all() {
        var files = new TreeSet<Path>();
        for (var root : roots) {
            if (Files.isDirectory(root)) {
                collect(root, files);
            }
        }
        var found = new ArrayList<Found>();
        for (var file : files) {
            found.add(describe(file));
        }
        return found;
    }

    /**
     * Reads the task that is meant.
     *
     * @param name its folder, or the name that list_tasks shows if only one task has it
     */
    Task read(String name) throws TaskException {
        var path = Path.of(name.replace("\0", ""));
        if (Files.exists(path)) {
            return TaskReader.read(path, layers);
        }
        var named = all().stream().filter(found -> found.name().equals(name)).toList();
        if (named.size() == 1) {
            return TaskReader.read(Path.of(named.getFirst().task()), layers);
        }
        throw new TaskException(
                named.isEmpty()
                        ? "there is no task '" + name
                                + "': no folder of that path, and none that list_tasks finds has that"
                                + " name\nCall list_tasks, and give the task it lists."
                        : "several tasks are named " + name + ": "
                                + named.stream().map(Found::task).toList() + "\nGive the folder of one.");
    }

    private Found describe(Path file) {
        var folder = String.valueOf(file.toAbsolutePath().normalize().getParent());
        try {
            var task = TaskReader.read(file, layers);
            return new Found(
                    folder,
                    task.name(),
                    task.summary(),
                    task.parts().stream().map(part -> part.layer()).toList(),
                    task.budget().evaluations(),
                    task.budget().time().toMillis() / 6e4,
                    null);
        } catch (TaskException e) {
            return new Found(folder, "", "", List.of(), 0, 0, e.getMessage());
        }
    }

    private static void collect(Path root, Set<Path> into) {
        try {
            Files.walkFileTree(
                    root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                            var name = folder.getFileName() == null
                                    ? ""
                                    : folder.getFileName().toString();
                            boolean skipped =
                                    !folder.equals(root) && (name.startsWith(".") || ELSEWHERE.contains(name));
                            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (file.getFileName().toString().equals(FILE)) {
                                into.add(file.toAbsolutePath().normalize());
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for tasks in " + root, e);
        }
    }
}
