package dev.ouroboros.engine.task;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** A task's text as a proposer may read it: every key that begins with {@code held-out} is left out, at any depth. */
public final class TaskText {
    private static final String SECRET = "held-out";

    private TaskText() {}

    /** Returns what may be shown of a {@code task.toml}: one {@code key = value} a line, tables as headings. */
    public static String shown(String source) {
        var text = new StringBuilder();
        table(text, "", Toml.parse(source));
        return text.toString().strip() + "\n";
    }

    private static void table(StringBuilder text, String path, TomlTable table) {
        for (var key : table.keySet()) {
            var value = table.get(List.of(key));
            if (!key.startsWith(SECRET) && value != null && !isTable(value)) {
                text.append(key).append(" = ").append(inline(value)).append('\n');
            }
        }
        for (var key : table.keySet()) {
            var value = table.get(List.of(key));
            var name = path.isEmpty() ? key : path + "." + key;
            if (key.startsWith(SECRET)) {
                continue;
            }
            if (value instanceof TomlTable child) {
                text.append("\n[").append(name).append("]\n");
                table(text, name, child);
            } else if (value instanceof TomlArray array && isTable(array)) {
                for (int i = 0; i < array.size(); i++) {
                    text.append("\n[[").append(name).append("]]\n");
                    table(text, name, array.getTable(i));
                }
            }
        }
    }

    /** Short tables within lists, such as the arguments of a function, read better in one line. */
    private static boolean isTable(Object value) {
        if (value instanceof TomlTable) {
            return true;
        }
        return value instanceof TomlArray array
                && !array.isEmpty()
                && array.get(0) instanceof TomlTable first
                && first.keySet().stream().anyMatch(key -> first.get(List.of(key)) instanceof TomlTable);
    }

    private static String inline(Object value) {
        return switch (value) {
            case TomlArray array ->
                IntStream.range(0, array.size())
                        .mapToObj(i -> inline(array.get(i)))
                        .collect(Collectors.joining(", ", "[", "]"));
            case TomlTable table ->
                table.keySet().stream()
                        .filter(key -> !key.startsWith(SECRET))
                        .map(key -> key + " = " + inline(Objects.requireNonNull(table.get(List.of(key)))))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case String string -> '"' + string.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            default -> value.toString();
        };
    }
}
