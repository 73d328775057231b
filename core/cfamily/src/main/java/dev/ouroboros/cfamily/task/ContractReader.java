package dev.ouroboros.cfamily.task;

import dev.ouroboros.cfamily.reference.References;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import dev.ouroboros.engine.task.Durations;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the tables of several layers have in common. */
public final class ContractReader {
    private static final double LARGEST_TOLERANCE = 0.1;

    private final Section table;
    private final Set<String> dimensions;

    private ContractReader(Section table, Set<String> dimensions) {
        this.table = table;
        this.dimensions = dimensions;
    }

    /** What a layer demands of a task at a shape, beyond what all do. */
    @FunctionalInterface
    public interface Demand {
        /**
         * Looks at one shape.
         *
         * @throws IllegalArgumentException if the task does not work there
         */
        void check(Shape shape);
    }

    /** Returns the dimensions of a table: those that the shape that is measured has. */
    public static Set<String> dimensions(Section table) throws TaskException {
        return new LinkedHashSet<>(table.table("timed").keys());
    }

    /**
     * Reads all but the arguments.
     *
     * @param arguments in the order of the kernel's signature
     * @throws TaskException at the first mistake, with its place
     */
    public static Contract read(Section table, List<Argument> arguments) throws TaskException {
        var reader = new ContractReader(table, dimensions(table));
        return reader.contract(arguments);
    }

    /** Checks what each key alone does not show. */
    public static void checkTogether(Section table, Contract task, Demand demand) throws TaskException {
        if (task.outputs().isEmpty()) {
            throw table.mistake("arguments", "have no buffer of role out or inout, so nothing could be checked");
        }
        var groups = Map.of(
                "timed", List.of(task.timed()),
                "traced", task.traced(),
                "shown", task.shown(),
                "held-out", task.heldOut());
        for (var key : List.of("timed", "shown", "held-out", "traced")) {
            for (Shape shape : groups.getOrDefault(key, List.of())) {
                checkShape(table, task, key, shape, demand);
            }
        }
    }

    /** Reads an expression over known names. */
    public static Expression expression(Section section, String key, String text, Set<String> known)
            throws TaskException {
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

    private static void checkShape(Section table, Contract task, String key, Shape shape, Demand demand)
            throws TaskException {
        try {
            Problem problem = Problem.of(task, shape);
            References reference = References.named(task.reference());
            String complaint = reference == null ? null : reference.complaint(problem);
            if (complaint != null) {
                throw table.mistake("reference", "does not fit: " + complaint);
            }
            demand.check(shape);
        } catch (IllegalArgumentException | ExpressionException e) {
            throw table.mistake(key, "does not work at " + shape + ": " + e.getMessage());
        }
    }

    private Contract contract(List<Argument> arguments) throws TaskException {
        List<Shape> shown = shapes("shown");
        return new Contract(
                arguments,
                shape(table.table("timed")),
                shown,
                shapes("held-out"),
                table.has("traced") ? List.of(shape(table.table("traced"))) : shown,
                tolerance(),
                reference(),
                work(),
                patience());
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
        String name = table.string("reference", Contract.SEED);
        if (!name.equals(Contract.SEED) && References.named(name) == null) {
            throw table.mistake(
                    "reference",
                    "is '" + name + "'; expected " + Contract.SEED + " for the unmodified kernel, or one of "
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
}
