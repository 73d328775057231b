package dev.ouroboros.kernels.task;

import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.task.Durations;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.kernels.reference.References;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code [parts.opencl]}. */
public final class KernelTaskReader {
    private static final double LARGEST_TOLERANCE = 0.1;
    private static final int MOST_GRID_DIMENSIONS = 3;

    private final Part part;
    private final Section table;
    private final Set<String> dimensions;

    private KernelTaskReader(Part part) throws TaskException {
        this.part = part;
        this.table = part.settings();
        this.dimensions = new LinkedHashSet<>(table.table("timed").keys());
    }

    /**
     * Reads the table of a part.
     *
     * @throws TaskException at the first mistake, with its place
     */
    public static KernelTask read(Part part) throws TaskException {
        var reader = new KernelTaskReader(part);
        KernelTask task = reader.task();
        reader.checkTogether(task);
        return task;
    }

    private KernelTask task() throws TaskException {
        List<Shape> shown = shapes("shown");
        return new KernelTask(
                table.string("entry"),
                table.strings("options", List.of()),
                arguments(),
                sizes("global"),
                sizes("local"),
                shape(table.table("timed")),
                shown,
                shapes("held-out"),
                table.has("traced") ? shape(table.table("traced")) : shown.getFirst(),
                tolerance(),
                reference(),
                work(),
                patience());
    }

    private List<Argument> arguments() throws TaskException {
        List<Argument> arguments = new ArrayList<>();
        for (Section argument : table.tables("arguments")) {
            arguments.add(ArgumentReader.read(argument, dimensions));
        }
        return arguments;
    }

    private List<Expression> sizes(String key) throws TaskException {
        Set<String> known = new LinkedHashSet<>(dimensions);
        part.parameters().parameters().stream().map(Parameter::name).forEach(known::add);
        List<Expression> sizes = new ArrayList<>();
        for (String text : table.strings(key)) {
            sizes.add(expression(table, key, text, known));
        }
        if (sizes.isEmpty() || sizes.size() > MOST_GRID_DIMENSIONS) {
            throw table.mistake(key, "has " + sizes.size() + " sizes; expected 1 to " + MOST_GRID_DIMENSIONS);
        }
        return sizes;
    }

    private List<Shape> shapes(String key) throws TaskException {
        List<Shape> shapes = new ArrayList<>();
        for (Section shape : table.tables(key)) {
            shapes.add(shape(shape));
        }
        return shapes;
    }

    private Shape shape(Section section) throws TaskException {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String dimension : dimensions) {
            long value = section.integer(dimension);
            if (value < 1) {
                throw section.mistake(dimension, "is " + value + "; expected at least 1");
            }
            values.put(dimension, value);
        }
        return new Shape(values);
    }

    private double tolerance() throws TaskException {
        double tolerance = table.number("tolerance", 1e-5);
        if (!(tolerance > 0 && tolerance <= LARGEST_TOLERANCE)) {
            throw table.mistake(
                    "tolerance",
                    "is " + tolerance + "; expected above 0 to " + LARGEST_TOLERANCE
                            + ", such as 1e-6: the error of an output relative to the sum of its terms' magnitudes");
        }
        return tolerance;
    }

    private String reference() throws TaskException {
        String name = table.string("reference", KernelTask.SEED);
        if (!name.equals(KernelTask.SEED) && References.named(name) == null) {
            throw table.mistake(
                    "reference",
                    "is '" + name + "'; expected " + KernelTask.SEED + " for the unmodified kernel, or one of "
                            + References.labels());
        }
        return name;
    }

    private Work work() throws TaskException {
        boolean bytes = table.has("bytes");
        if (bytes == table.has("flops")) {
            throw table.mistake(
                    "flops", "or 'bytes' must be there, not both: what one launch does, over the dimensions");
        }
        String key = bytes ? "bytes" : "flops";
        Expression amount = expression(table, key, table.string(key), dimensions);
        return new Work(bytes ? Work.Kind.BYTES : Work.Kind.FLOPS, amount);
    }

    private Duration patience() throws TaskException {
        try {
            return Durations.parse(table.string("time-limit", "10s"));
        } catch (IllegalArgumentException e) {
            throw table.mistake("time-limit", "is wrong: " + e.getMessage());
        }
    }

    static Expression expression(Section section, String key, String text, Set<String> known) throws TaskException {
        try {
            Expression expression = Expression.parse(text);
            for (String name : expression.names()) {
                if (!known.contains(name)) {
                    throw section.mistake(key, "refers to " + name + " in '" + text + "'; known here are " + known);
                }
            }
            return expression;
        } catch (ExpressionException e) {
            throw section.mistake(key, "is not an expression: " + e.getMessage());
        }
    }

    /** What each key alone does not show. */
    private void checkTogether(KernelTask task) throws TaskException {
        if (task.outputs().isEmpty()) {
            throw table.mistake("arguments", "have no buffer of role out or inout, so nothing could be checked");
        }
        if (task.global().size() != task.local().size()) {
            throw table.mistake(
                    "local",
                    "has " + task.local().size() + " sizes, but global has "
                            + task.global().size());
        }
        checkShape(task, "timed", task.timed());
        checkShape(task, "traced", task.traced());
        for (Shape shape : task.shown()) {
            checkShape(task, "shown", shape);
        }
        for (Shape shape : task.heldOut()) {
            checkShape(task, "held-out", shape);
        }
    }

    private void checkShape(KernelTask task, String key, Shape shape) throws TaskException {
        try {
            Problem problem = Problem.of(task, shape);
            References reference = References.named(task.reference());
            String complaint = reference == null ? null : reference.complaint(problem);
            if (complaint != null) {
                throw table.mistake("reference", "does not fit: " + complaint);
            }
            Grid.of(task, shape, part.parameters().defaults());
        } catch (IllegalArgumentException | ExpressionException e) {
            throw table.mistake(key, "does not work at " + shape + ": " + e.getMessage());
        }
    }
}
