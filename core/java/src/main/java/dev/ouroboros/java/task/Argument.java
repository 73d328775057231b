package dev.ouroboros.java.task;

import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.java.data.Draw;
import dev.ouroboros.java.data.JavaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An argument of the entry.
 *
 * @param extents of its dimensions, and of a string its length, in terms of the task's dimensions
 * @param low least value, likewise
 * @param high greatest value, likewise
 * @param value of a number that is a function of the shape; null if it is drawn
 * @param like number of the argument it is drawn from, or -1
 */
public record Argument(
        String name,
        JavaType type,
        String spelling,
        Draw.Kind kind,
        List<Expression> extents,
        Expression low,
        Expression high,
        @Nullable Expression value,
        String alphabet,
        int like) {
    public Argument {
        extents = List.copyOf(extents);
    }

    /**
     * Returns how it is drawn at a shape.
     *
     * @throws IllegalArgumentException if an extent is no size there
     */
    public Draw at(Shape shape) {
        Map<String, Object> dimensions = new HashMap<>(shape.dimensions());
        List<Integer> sizes =
                extents.stream().map(extent -> size(extent, dimensions)).toList();
        double least = number(value == null ? low : value, dimensions);
        double most = number(value == null ? high : value, dimensions);
        if (!(least <= most)) {
            throw new IllegalArgumentException(
                    name + " has no value between " + least + " and " + most + " where " + dimensions);
        }
        return new Draw(kind, spelling, sizes, least, most, alphabet, like);
    }

    private int size(Expression extent, Map<String, Object> dimensions) {
        double size = number(extent, dimensions);
        if (!(size >= 0 && size <= Integer.MAX_VALUE && size == Math.rint(size))) {
            throw new IllegalArgumentException(name + " cannot have " + size + " elements where " + dimensions);
        }
        return (int) size;
    }

    private static double number(Expression expression, Map<String, Object> dimensions) {
        if (expression.evaluate(dimensions) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("'" + expression.text() + "' is no number where " + dimensions);
    }
}
