package dev.ouroboros.engine.task;

import dev.ouroboros.engine.space.ParameterSpace;
import java.util.List;

/**
 * One piece of a task, of one layer.
 *
 * @param name unique within the task; the first step of its paths in an artifact
 * @param layer name of the layer that builds, checks and measures it
 * @param files editable files, relative to the task's folder
 * @param parameters what a proposer may set
 * @param objective of the whole task: what decides about a candidate
 * @param settings the part's table for its layer, {@code [parts.LAYER]}
 */
public record Part(
        String name,
        String layer,
        List<String> files,
        ParameterSpace parameters,
        Objective objective,
        Section settings) {
    public Part {
        files = List.copyOf(files);
    }

    /** Returns whether the objective is, or follows from, this metric of this part. */
    public boolean isDecidedBy(String metric) {
        var formula = objective.formula();
        return formula == null
                ? objective.metric().equals(metric)
                : formula.names().contains(name + "." + metric);
    }
}
