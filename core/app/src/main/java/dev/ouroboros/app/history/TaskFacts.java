package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Direction;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/**
 * What a reader of a run must know of its task, from the {@code task.toml} kept with the run. Lenient: a run must stay
 * readable after the rules for tasks have changed, so what is missing takes a neutral value.
 *
 * @param objectives at least one; the first decides
 * @param minimumGain a challenger must be proven better than 1 + this
 */
public record TaskFacts(String summary, List<Goal> objectives, double minimumGain, double confidence) {
    public TaskFacts {
        objectives = List.copyOf(objectives);
    }

    /** Reads the text of {@code task.toml}. */
    public static TaskFacts read(String taskSource) {
        TomlTable toml = Toml.parse(taskSource);
        var objectives = new ArrayList<Goal>();
        var tables = toml.getArray("objectives");
        for (int i = 0; tables != null && i < tables.size(); i++) {
            if (tables.get(i) instanceof TomlTable table) {
                objectives.add(goal(table));
            }
        }
        return new TaskFacts(
                orElse(toml.getString("summary"), ""),
                objectives.isEmpty() ? List.of(goal(Toml.parse(""))) : objectives,
                number(toml.get("accept.minimum-gain"), 0.01),
                number(toml.get("accept.confidence"), 0.999));
    }

    /** Returns the objective that decides. */
    public Goal objective() {
        return objectives.getFirst();
    }

    /** Returns its name. */
    public String metric() {
        return objective().metric();
    }

    /** Returns its unit. */
    public String unit() {
        return objective().unit();
    }

    /** Returns which way it gets better. */
    public Direction goal() {
        return objective().direction();
    }

    private static Goal goal(TomlTable table) {
        return new Goal(
                orElse(table.getString("metric"), "objective"),
                orElse(table.getString("unit"), ""),
                "minimize".equals(table.getString("goal")) ? Direction.MINIMIZE : Direction.MAXIMIZE);
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }

    private static double number(@Nullable Object value, double other) {
        return value instanceof Number number ? number.doubleValue() : other;
    }
}
