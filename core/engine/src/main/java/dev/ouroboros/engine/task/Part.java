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
 * @param settings the part's table for its layer, {@code [parts.LAYER]}
 */
public record Part(String name, String layer, List<String> files, ParameterSpace parameters, Section settings) {
    public Part {
        files = List.copyOf(files);
    }
}
