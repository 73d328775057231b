package dev.ouroboros.engine.task;

import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.space.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What shall become better.
 *
 * @param metric its name
 * @param formula how it follows from the metrics of the parts, named {@code part.metric}; null if one part measures it
 *     under its own name
 */
public record Objective(
        String metric,
        String unit,
        Direction goal,
        @Nullable Expression formula) {}
