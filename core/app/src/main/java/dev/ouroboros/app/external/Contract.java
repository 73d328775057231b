package dev.ouroboros.app.external;

import dev.ouroboros.engine.task.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** The table of a part for its layer, as far as who proposes may see it: without what candidates are tried on in secret. */
final class Contract {
    /** Keys that no proposer sees, at any depth; {@code traced} would tell a candidate when it is watched. */
    private static final Set<String> HIDDEN = Set.of("held-out", "traced");

    private Contract() {}

    static Map<String, Object> shown(String taskSource, Part part) {
        var parts = Toml.parse(taskSource).getArray("parts");
        for (int i = 0; parts != null && i < parts.size(); i++) {
            var table = parts.getTable(i);
            var own = table.getTable(List.of(part.layer()));
            if (part.name().equals(table.getString("name")) && own != null) {
                return map(own);
            }
        }
        return Map.of();
    }

    private static Map<String, Object> map(TomlTable table) {
        var shown = new LinkedHashMap<String, Object>();
        for (var key : table.keySet()) {
            if (!HIDDEN.contains(key)) {
                shown.put(key, plain(table.get(List.of(key))));
            }
        }
        return shown;
    }

    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case TomlTable table -> map(table);
            case TomlArray array -> {
                var list = new ArrayList<Object>();
                for (int i = 0; i < array.size(); i++) {
                    list.add(plain(array.get(i)));
                }
                yield list;
            }
            case Number number -> number;
            case Boolean flag -> flag;
            case null -> "";
            default -> value.toString();
        };
    }
}
