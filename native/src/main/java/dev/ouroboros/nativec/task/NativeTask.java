package dev.ouroboros.nativec.task;

import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Contract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table {@code [parts.c]}, read once.
 *
 * @param entry name of the function
 * @param returns its type as spelled in C, {@code void} for none
 * @param compiler as the task says it, perhaps the name of a parameter behind a {@code $}
 * @param flags for the compiler, likewise
 * @param imports names of the functions that the object may call
 * @param spellings the type of each of the function's arguments as spelled in C, by name
 * @param contract what it is called with, and what its answers must be; a returned value is its last output
 */
public record NativeTask(
        String entry,
        String returns,
        String compiler,
        List<String> flags,
        Set<String> imports,
        Map<String, String> spellings,
        Contract contract) {
    /** The type of a function that returns nothing. */
    public static final String VOID = "void";

    /** Name of the output that holds a returned value. */
    public static final String RESULT = "result";

    public NativeTask {
        flags = List.copyOf(flags);
        imports = Set.copyOf(imports);
        spellings = Map.copyOf(spellings);
    }

    /** Returns whether the function returns something. */
    public boolean hasResult() {
        return !returns.equals(VOID);
    }

    /** Returns the arguments of the function itself, without the place of its result. */
    public List<Argument> parameters() {
        List<Argument> all = contract.arguments();
        return hasResult() ? all.subList(0, all.size() - 1) : all;
    }

    /** Returns the same, built in another way. */
    public NativeTask builtWith(String otherCompiler, List<String> otherFlags) {
        return new NativeTask(entry, returns, otherCompiler, otherFlags, imports, spellings, contract);
    }

    /** Returns how the function is declared, without the semicolon. */
    public String declaration() {
        return returns + " " + entry + "("
                + parameters().stream().map(this::declaration).collect(Collectors.joining(", ")) + ")";
    }

    /** Returns the type of an argument as spelled in C, without the pointer of a buffer. */
    public String spelling(Argument argument) {
        String spelling = spellings.get(argument.name());
        if (spelling == null) {
            throw new IllegalArgumentException("no argument " + argument.name() + " among " + spellings.keySet());
        }
        return spelling;
    }

    private String declaration(Argument argument) {
        return switch (argument) {
            case Argument.Scalar scalar -> spelling(scalar) + " " + scalar.name();
            case Argument.Buffer buffer ->
                (buffer.role().written() ? "" : "const ") + spelling(buffer) + " *" + buffer.name();
        };
    }
}
