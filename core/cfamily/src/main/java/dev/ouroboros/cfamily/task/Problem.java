package dev.ouroboros.cfamily.task;

import dev.ouroboros.engine.space.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A task at one shape: all that does not depend on the candidate.
 *
 * @param extents of each buffer, by its name, outermost first
 * @param work how much one launch does
 */
public record Problem(Contract task, Shape shape, Map<String, List<Integer>> extents, double work) {
    private static final long MOST_ELEMENTS = 1 << 28;

    public Problem {
        extents = Map.copyOf(extents);
    }

    /**
     * Returns the task at that shape.
     *
     * @throws IllegalArgumentException if an extent is no whole number from 1, or a buffer is too large
     */
    public static Problem of(Contract task, Shape shape) {
        Map<String, Object> variables = new HashMap<>(shape.dimensions());
        Map<String, List<Integer>> extents = new HashMap<>();
        for (var buffer : task.buffers()) {
            extents.put(buffer.name(), extents(buffer, variables));
        }
        return new Problem(task, shape, extents, Numbers.real(task.work().amount(), variables));
    }

    /** Returns the number of elements of a buffer. */
    public int length(String buffer) {
        return extents(buffer).stream().reduce(1, Math::multiplyExact);
    }

    /** Returns the extents of a buffer, outermost first. */
    public List<Integer> extents(String buffer) {
        var found = extents.get(buffer);
        if (found == null) {
            throw new IllegalArgumentException("no buffer " + buffer + " among " + extents.keySet());
        }
        return found;
    }

    /** Returns the value of a scalar argument. */
    public double scalar(Argument.Scalar scalar) {
        return Numbers.real(scalar.value(), new HashMap<>(shape.dimensions()));
    }

    private static List<Integer> extents(Argument.Buffer buffer, Map<String, Object> variables) {
        List<Integer> extents = new ArrayList<>();
        long elements = 1;
        for (Expression expression : buffer.shape()) {
            long extent = Numbers.whole(expression, variables);
            if (extent < 1 || extent > MOST_ELEMENTS || elements * extent > MOST_ELEMENTS) {
                throw new IllegalArgumentException(
                        "buffer " + buffer.name() + ": the extent " + expression.text() + " is "
                                + extent + " for " + variables + "; expected at least 1, and at most " + MOST_ELEMENTS
                                + " elements in all");
            }
            elements *= extent;
            extents.add((int) extent);
        }
        return List.copyOf(extents);
    }
}
