package dev.ouroboros.engine.task;

import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code task.toml}. */
public final class TaskReader {
    private static final int MOST_EVALUATIONS = 10_000_000;

    private TaskReader() {}

    /**
     * Reads a task.
     *
     * @param path its folder, or its {@code task.toml}
     * @param layers names of the layers there are
     * @throws TaskException at the first mistake, with its place
     */
    public static Task read(Path path, Set<String> layers) throws TaskException {
        var file = Files.isDirectory(path) ? path.resolve("task.toml") : path;
        var source = source(file);
        var section = Section.parse(file.toString(), source);
        var folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new TaskException(file + " lies in no folder");
        }
        var objectives = objectives(section);
        var parts = parts(section, layers, folder, objectives.getFirst());
        var task = new Task(
                name(section),
                section.string("summary", ""),
                folder,
                source,
                parts,
                objectives.getFirst(),
                objectives.subList(1, objectives.size()),
                accept(section.tableOrEmpty("accept")),
                budget(section.tableOrEmpty("budget")),
                SeedFiles.of(folder, parts));
        section.rejectUnread();
        return task;
    }

    private static String source(Path file) throws TaskException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TaskException(
                    "cannot read the task " + file + ": "
                            + (Files.exists(file) ? e.toString() : "there is no such file")
                            + "\nA task is a folder with a task.toml; kernels/tasks has some to copy.",
                    e);
        }
    }

    private static String name(Section section) throws TaskException {
        var name = section.string("name");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw section.mistake("name", "is '" + name + "'; expected at most 64 letters, digits, dots and dashes");
        }
        return name;
    }

    private static List<Part> parts(Section section, Set<String> layers, Path folder, Objective objective)
            throws TaskException {
        var parts = new ArrayList<Part>();
        var names = new HashSet<String>();
        for (var table : section.tables("parts")) {
            var part = PartReader.read(table, layers, folder, objective);
            if (!names.add(part.name())) {
                throw table.mistake("name", "is '" + part.name() + "', the name of another part");
            }
            parts.add(part);
        }
        return parts;
    }

    private static List<Objective> objectives(Section section) throws TaskException {
        var objectives = new ArrayList<Objective>();
        var metrics = new HashSet<String>();
        for (var table : section.tables("objectives")) {
            var objective = objective(table);
            if (!metrics.add(objective.metric())) {
                throw table.mistake("metric", "is '" + objective.metric() + "', as that of another objective");
            }
            if (!objectives.isEmpty() && objective.formula() != null) {
                throw table.mistake("formula", "is of the first objective only; the others are metrics of one part");
            }
            objectives.add(objective);
        }
        return objectives;
    }

    private static Objective objective(Section table) throws TaskException {
        var goal = table.string("goal");
        var direction = switch (goal) {
            case "maximize" -> Direction.MAXIMIZE;
            case "minimize" -> Direction.MINIMIZE;
            default -> throw table.mistake("goal", "is '" + goal + "'; expected maximize or minimize");
        };
        return new Objective(table.string("metric"), table.string("unit", ""), direction, formula(table));
    }

    private static @Nullable Expression formula(Section table) throws TaskException {
        if (!table.has("formula")) {
            table.string("formula", "");
            return null;
        }
        var text = table.string("formula");
        try {
            return Expression.parse(text);
        } catch (ExpressionException e) {
            throw table.mistake("formula", "is not an expression: " + e.getMessage());
        }
    }

    private static AcceptRule accept(Section table) throws TaskException {
        double gain = table.number("minimum-gain", 0.01);
        if (!(gain >= 0 && gain <= 1)) {
            throw table.mistake("minimum-gain", "is " + gain + "; expected 0 to 1, such as 0.01 for 1 %");
        }
        double confidence = table.number("confidence", 0.999);
        if (!(confidence >= 0.9 && confidence <= 1 - 1e-9)) {
            throw table.mistake("confidence", "is " + confidence + "; expected 0.9 to below 1, such as 0.999");
        }
        return new AcceptRule(gain, confidence);
    }

    private static Budget budget(Section table) throws TaskException {
        long evaluations = table.integer("evaluations", 200);
        if (evaluations < 1 || evaluations > MOST_EVALUATIONS) {
            throw table.mistake("evaluations", "is " + evaluations + "; expected 1 to " + MOST_EVALUATIONS);
        }
        return new Budget((int) evaluations, time(table));
    }

    private static Duration time(Section table) throws TaskException {
        try {
            return Durations.parse(table.string("time", "15m"));
        } catch (IllegalArgumentException e) {
            throw table.mistake("time", "is wrong: " + e.getMessage());
        }
    }
}
