package dev.ouroboros.cfamily.task;

import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one argument of a kernel: with a shape it is a buffer, without one a scalar. */
public final class ArgumentReader {
    private final Types types;
    private final Section table;
    private final Set<String> dimensions;

    private ArgumentReader(Section table, Set<String> dimensions, Types types) {
        this.types = types;
        this.table = table;
        this.dimensions = dimensions;
    }

    /** Reads it; names in expressions are those of dimensions. */
    public static Argument read(Section table, Set<String> dimensions, Types types) throws TaskException {
        var reader = new ArgumentReader(table, dimensions, types);
        return table.has("shape") ? reader.buffer() : reader.scalar();
    }

    private Argument scalar() throws TaskException {
        String name = table.string("name");
        String value = table.string("value", name);
        return new Argument.Scalar(
                name,
                type(),
                ContractReader.expression(table, table.has("value") ? "value" : "name", value, dimensions));
    }

    private Argument buffer() throws TaskException {
        ElementType type = type();
        Argument.Role role = role();
        if (type.bytes() == 8 && !type.floating() && role.written()) {
            throw table.mistake(
                    "type",
                    "is " + table.string("type")
                            + "; expected for a buffer that is written a floating type or an integer of at most 32 bits");
        }
        List<Expression> shape = new ArrayList<>();
        for (String extent : table.strings("shape")) {
            shape.add(ContractReader.expression(table, "shape", extent, dimensions));
        }
        return new Argument.Buffer(table.string("name"), type, shape, role, generator(type));
    }

    private ElementType type() throws TaskException {
        ElementType type = types.named(table.string("type"));
        if (type == null) {
            throw table.mistake("type", "is '" + table.string("type") + "'; expected one of " + types.labels());
        }
        return type;
    }

    private Argument.Role role() throws TaskException {
        return switch (table.string("role")) {
            case "in" -> Argument.Role.IN;
            case "out" -> Argument.Role.OUT;
            case "inout" -> Argument.Role.INOUT;
            case String other -> throw table.mistake("role", "is '" + other + "'; expected in, out or inout");
        };
    }

    private Generator generator(ElementType type) throws TaskException {
        String usual = type.floating() ? "uniform" : "integers";
        Generator generator = switch (table.string("generator", usual)) {
            case "uniform" -> new Generator.Uniform(table.number("low", -1), table.number("high", 1));
            case "normal" -> new Generator.Normal(table.number("mean", 0), table.number("deviation", 1));
            case "integers" -> new Generator.Integers(table.integer("low", 0), table.integer("high", 100));
            case "utf-8" -> new Generator.Utf8();
            case "ill-conditioned" -> new Generator.IllConditioned();
            case String other ->
                throw table.mistake(
                        "generator",
                        "is '" + other + "'; expected uniform, normal, integers, utf-8 or ill-conditioned");
        };
        boolean empty = switch (generator) {
            case Generator.Uniform(double low, double high) -> !(low < high);
            case Generator.Normal(double mean, double deviation) -> !(deviation > 0);
            case Generator.Integers(long low, long high) -> low >= high;
            case Generator.Utf8() -> type.bytes() != 1;
            case Generator.IllConditioned() -> !type.floating();
        };
        if (empty) {
            throw table.mistake(
                    "generator",
                    "cannot draw different values of this type, so a constant would be right: " + generator);
        }
        return generator;
    }
}
