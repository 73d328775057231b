package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Direction;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/**
 * What a reader of a run must know of its task, from the {@code task.toml} kept with the run. Lenient: a run must stay
 * readable after the rules for tasks have changed, so what is missing takes a neutral value.
 *
 * @param metric name of the objective
 * @param unit of the objective
 * @param minimumGain a challenger must be proven better than 1 + this
 */
public record TaskFacts(
        String summary, String metric, String unit, Direction goal, double minimumGain, double confidence) {

    /** Reads the text of {@code task.toml}. */
    public static TaskFacts read(String taskSource) {
        TomlTable toml = Toml.parse(taskSource);
        var objectives = toml.getArray("objectives");
        var objective = objectives == null || objectives.isEmpty() ? Toml.parse("") : objectives.getTable(0);
        return new TaskFacts(
                orElse(toml.getString("summary"), ""),
                orElse(objective.getString("metric"), "objective"),
                orElse(objective.getString("unit"), ""),
                "minimize".equals(objective.getString("goal")) ? Direction.MINIMIZE : Direction.MAXIMIZE,
                number(toml.get("accept.minimum-gain"), 0.01),
                number(toml.get("accept.confidence"), 0.999));
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null ? other : value;
    }

    private static double number(@Nullable Object value, double other) {
        return value instanceof Number number ? number.doubleValue() : other;
    }
}
