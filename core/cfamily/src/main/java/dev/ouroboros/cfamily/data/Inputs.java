package dev.ouroboros.cfamily.data;

import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Generator;
import dev.ouroboros.cfamily.task.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What one launch is given: the content of every buffer that the kernel reads.
 *
 * @param values by the buffer's name
 */
public record Inputs(Problem problem, Map<String, Values> values) {

    /** Returns zeros, to be filled. */
    public static Inputs allocate(Problem problem) {
        Map<String, Values> values = new LinkedHashMap<>();
        for (var buffer : problem.task().inputs()) {
            values.put(buffer.name(), Values.zeros(buffer.type(), problem.length(buffer.name())));
        }
        return new Inputs(problem, values);
    }

    /** Returns the content of a buffer. */
    public Values of(String buffer) {
        var found = values.get(buffer);
        if (found == null) {
            throw new IllegalArgumentException("no input " + buffer + " among " + values.keySet());
        }
        return found;
    }

    /** Fills all with what the task asks for. */
    public void draw(RandomGenerator secret) {
        for (var buffer : problem.task().inputs()) {
            fill(of(buffer.name()), row(buffer), buffer.generator(), secret.nextLong());
        }
    }

    /** Fills those of floating types with what brings out rounding, the others with what the task asks for. */
    public void drawIllConditioned(RandomGenerator secret) {
        for (Argument.Buffer buffer : problem.task().inputs()) {
            var generator = buffer.type().floating() ? new Generator.IllConditioned() : buffer.generator();
            fill(of(buffer.name()), row(buffer), generator, secret.nextLong());
        }
    }

    /** Returns the innermost extent of a buffer. */
    private int row(Argument.Buffer buffer) {
        return problem.extents(buffer.name()).getLast();
    }

    static void fill(Values values, Generator generator, long key) {
        fill(values, values.length(), generator, key);
    }

    private static void fill(Values values, int row, Generator generator, long key) {
        switch (values.array()) {
            case float[] floats -> Fill.floats(floats, generator, key);
            case double[] doubles -> {
                for (int i = 0; i < doubles.length; i++) {
                    doubles[i] = Fill.real(generator, key, i);
                }
            }
            case int[] ints -> {
                for (int i = 0; i < ints.length; i++) {
                    ints[i] = (int) Fill.whole(generator, key, i);
                }
            }
            case long[] longs -> {
                for (int i = 0; i < longs.length; i++) {
                    longs[i] = Fill.whole(generator, key, i);
                }
            }
            case short[] shorts -> {
                for (int i = 0; i < shorts.length; i++) {
                    shorts[i] = (short) Fill.whole(generator, key, i);
                }
            }
            case byte[] bytes -> Fill.bytes(bytes, row, generator, key);
            default ->
                throw new IllegalStateException(
                        "no buffer is a " + values.array().getClass());
        }
    }
}
