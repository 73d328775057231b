package dev.ouroboros.hdl.tool;

import dev.ouroboros.hdl.task.DesignTask;
import java.util.Map;
import java.util.stream.Collectors;

/** Text that uses a design in another module. */
public final class Instance {
    private Instance() {}

    /**
     * Returns an instance of the task's top module, with the parameters that the task says.
     *
     * @param connections expressions by port
     */
    public static String of(DesignTask task, String name, Map<String, String> connections) {
        String ports = connections.entrySet().stream()
                .map(entry -> "." + escaped(entry.getKey()) + "(" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return "  " + escaped(task.top()) + parameters(task) + name + "(" + ports + ");\n";
    }

    private static String parameters(DesignTask task) {
        return task.topParameters().isEmpty()
                ? ""
                : task.topParameters().entrySet().stream()
                        .map(entry -> "." + escaped(entry.getKey()) + "(" + number(entry.getValue()) + ")")
                        .collect(Collectors.joining(", ", "#(", ") "));
    }

    /** A plain number is one of 32 bits. */
    private static String number(long value) {
        return value == (int) value ? Long.toString(value) : "64'h" + Long.toHexString(value);
    }

    /** Any name at all can be written so (IEEE 1364-2005, 3.7.1). */
    public static String escaped(String name) {
        return "\\" + name + " ";
    }
}
