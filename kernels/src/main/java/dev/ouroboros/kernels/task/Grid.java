package dev.ouroboros.kernels.task;

import dev.ouroboros.cfamily.task.Numbers;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many work-items a launch has; fixed by the task, not by the candidate's code.
 *
 * @param global work-items in each dimension, a multiple of local
 * @param local work-items of a group in each dimension
 */
public record Grid(List<Long> global, List<Long> local) {
    public Grid {
        global = List.copyOf(global);
        local = List.copyOf(local);
    }

    /**
     * Returns the grid for a shape and a candidate's parameters.
     *
     * @throws IllegalArgumentException if the expressions give no possible grid
     */
    public static Grid of(KernelTask task, Shape shape, Setting parameters) {
        Map<String, Object> variables = new HashMap<>(parameters.values());
        variables.putAll(shape.dimensions());
        var grid = new Grid(sizes(task.global(), variables), sizes(task.local(), variables));
        for (int i = 0; i < grid.global.size(); i++) {
            if (grid.global.get(i) % grid.local.get(i) != 0) {
                throw new IllegalArgumentException("dimension " + i + " has " + grid.global.get(i)
                        + " work-items, which is no multiple of the group's " + grid.local.get(i)
                        + ". Maybe round up: local * ceil(... / local).");
            }
        }
        return grid;
    }

    /** Returns the work-items of one group. */
    public long groupSize() {
        return local.stream().reduce(1L, Math::multiplyExact);
    }

    private static List<Long> sizes(List<Expression> expressions, Map<String, Object> variables) {
        return expressions.stream()
                .map(expression -> {
                    long size = Numbers.whole(expression, variables);
                    if (size < 1 || size > Integer.MAX_VALUE) {
                        throw new IllegalArgumentException("the size " + expression.text() + " is " + size
                                + "; expected 1 to " + Integer.MAX_VALUE);
                    }
                    return size;
                })
                .toList();
    }
}
