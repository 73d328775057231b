package dev.ouroboros.app.external;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a proposer outside is told of a task. Nothing of it depends on a run.
 *
 * @param formula how the objective follows from the metrics of the parts; empty if one part measures it
 */
public record TaskView(
        String name, String summary, Objective objective, String formula, Accept accept, List<PartView> parts) {

    /** What shall become better, and whether more of it is. */
    public record Objective(String metric, String unit, String goal) {}

    /** A candidate is accepted if it is proven better than 1 + minimum_gain. */
    public record Accept(@JsonProperty("minimum_gain") double minimumGain, double confidence) {}

    /**
     * One part.
     *
     * @param files paths that may be changed; nothing else may
     * @param parameters the values each may take, the default first
     * @param constraints what every setting must meet, in Python's words
     * @param contract its table for its layer, without what is held out
     */
    public record PartView(
            String name,
            String layer,
            List<String> files,
            Map<String, List<Object>> parameters,
            Map<String, String> constraints,
            Map<String, Object> contract) {}

    /** Describes a task. */
    public static TaskView of(Task task) {
        var objective = task.objective();
        return new TaskView(
                task.name(),
                task.summary(),
                new Objective(
                        objective.metric(),
                        objective.unit(),
                        objective.goal().name().toLowerCase(Locale.ROOT)),
                objective.formula() == null ? "" : objective.formula().toString(),
                new Accept(task.accept().minimumGain(), task.accept().confidence()),
                task.parts().stream().map(part -> part(task, part)).toList());
    }

    private static PartView part(Task task, Part part) {
        var parameters = new LinkedHashMap<String, List<Object>>();
        part.parameters().parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.values()));
        var constraints = new LinkedHashMap<String, String>();
        part.parameters()
                .constraints()
                .forEach(constraint -> constraints.put(
                        constraint.name(), constraint.condition().toString()));
        return new PartView(
                part.name(),
                part.layer(),
                part.files().stream().map(file -> part.name() + "/" + file).toList(),
                parameters,
                constraints,
                Contract.shown(task.source(), part));
    }
}
