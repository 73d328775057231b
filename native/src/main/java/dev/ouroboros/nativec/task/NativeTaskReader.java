package dev.ouroboros.nativec.task;

import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.ArgumentReader;
import dev.ouroboros.cfamily.task.ContractReader;
import dev.ouroboros.cfamily.task.ElementType;
import dev.ouroboros.cfamily.task.Generator;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.nativec.guard.Imports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code [parts.c]}. */
public final class NativeTaskReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final CTypes TYPES = new CTypes();

    private final Part part;
    private final Section table;
    private final Set<String> dimensions;
    private final Map<String, String> spellings = new LinkedHashMap<>();

    private NativeTaskReader(Part part) throws TaskException {
        this.part = part;
        this.table = part.settings();
        this.dimensions = ContractReader.dimensions(table);
    }

    /**
     * Reads the table of a part.
     *
     * @throws TaskException at the first mistake, with its place
     */
    public static NativeTask read(Part part) throws TaskException {
        var reader = new NativeTaskReader(part);
        NativeTask task = reader.task();
        ContractReader.checkTogether(reader.table, task.contract(), shape -> {});
        return task;
    }

    private NativeTask task() throws TaskException {
        String returns = table.string("returns", NativeTask.VOID);
        List<Argument> arguments = arguments();
        if (!returns.equals(NativeTask.VOID)) {
            arguments.add(result(returns));
        }
        return new NativeTask(
                name(table, "entry"),
                returns,
                known("compiler", table.string("compiler", "gcc")),
                flags(),
                Imports.of(table.strings("imports", List.of(Imports.MATHEMATICS))),
                spellings,
                ContractReader.read(table, arguments));
    }

    private List<Argument> arguments() throws TaskException {
        List<Argument> arguments = new ArrayList<>();
        for (Section argument : table.tables("arguments")) {
            String spelling = argument.string("type");
            boolean wide = wide(spelling) && argument.has("shape");
            Argument read = wide && argument.string("role").equals("out")
                    ? wideOutput(argument)
                    : ArgumentReader.read(argument, dimensions, TYPES);
            if (spellings.put(name(argument, "name"), spelling) != null) {
                throw argument.mistake("name", "is that of an argument before: " + read.name());
            }
            arguments.add(read);
        }
        return arguments;
    }

    /** Values compare in double precision, which holds 32 bits exactly: an output of 64 bits is compared by its halves. */
    private Argument wideOutput(Section argument) throws TaskException {
        List<Expression> shape = new ArrayList<>();
        for (String extent : argument.strings("shape")) {
            shape.add(ContractReader.expression(argument, "shape", extent, dimensions));
        }
        shape.add(Expression.parse("2"));
        return new Argument.Buffer(
                argument.string("name"), ElementType.UINT, shape, Argument.Role.OUT, Generator.STANDARD);
    }

    private Argument result(String returns) throws TaskException {
        ElementType type = TYPES.named(returns);
        if (type == null) {
            throw table.mistake("returns", "is '" + returns + "'; expected void or one of " + TYPES.labels());
        }
        if (spellings.put(NativeTask.RESULT, returns) != null) {
            throw table.mistake(
                    "arguments", "have one named " + NativeTask.RESULT + ", which is the name of what is returned");
        }
        boolean wide = wide(returns);
        return new Argument.Buffer(
                NativeTask.RESULT,
                wide ? ElementType.UINT : type,
                List.of(Expression.parse(wide ? "2" : "1")),
                Argument.Role.OUT,
                Generator.STANDARD);
    }

    private static boolean wide(String spelling) {
        ElementType type = TYPES.named(spelling);
        return type == ElementType.LONG || type == ElementType.ULONG;
    }

    private List<String> flags() throws TaskException {
        List<String> flags = new ArrayList<>();
        for (String flag : table.strings("flags", List.of("-O2"))) {
            flags.add(known("flags", flag));
        }
        return flags;
    }

    private String known(String key, String text) throws TaskException {
        for (String name : Template.names(text)) {
            if (part.parameters().parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name))) {
                throw table.mistake(key, "refers to $" + name + ", which is no parameter of the task");
            }
        }
        return text;
    }

    private static String name(Section section, String key) throws TaskException {
        String name = section.string(key);
        if (!NAME.matcher(name).matches()) {
            throw section.mistake(key, "is '" + name + "'; expected a name of C");
        }
        return name;
    }
}
