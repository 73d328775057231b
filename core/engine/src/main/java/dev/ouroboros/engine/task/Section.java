package dev.ouroboros.engine.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of {@code task.toml}. Every read checks the type and reports a mistake with file, line and column; keys that
 * nobody reads are mistakes too, see {@link #rejectUnread}. Not safe for several threads.
 */
public final class Section {
    /** A table without keys. */
    public static final Section EMPTY = new Section("", "", Toml.parse(""), null);

    private final String file;
    private final String path;
    private final TomlTable table;
    private final @Nullable TomlPosition place;
    private final Set<String> read = new LinkedHashSet<>();
    private final Map<String, Section> children = new LinkedHashMap<>();

    Section(String file, String path, TomlTable table, @Nullable TomlPosition place) {
        this.file = file;
        this.path = path;
        this.table = table;
        this.place = place;
    }

    /**
     * Reads a TOML text.
     *
     * @param file where it stands, for the texts of mistakes
     * @throws TaskException if it is not TOML
     */
    public static Section parse(String file, String text) throws TaskException {
        var parsed = Toml.parse(text);
        if (parsed.hasErrors()) {
            var error = parsed.errors().getFirst();
            throw new TaskException(file + ":" + error.position().line() + ":"
                    + error.position().column() + ": " + error.getMessage());
        }
        return new Section(file, "", parsed, null);
    }

    /** Returns the file it is a part of; what a table names lies beside it. */
    public String file() {
        return file;
    }

    /** Returns whether the key is there; does not count as reading it. */
    public boolean has(String key) {
        return table.contains(List.of(key));
    }

    /** Returns all keys in the order of the file; reads none of them. */
    public List<String> keys() {
        return List.copyOf(table.keySet());
    }

    /** Returns a string. */
    public String string(String key) throws TaskException {
        return require(key, String.class, "a string");
    }

    /** Returns a string, or {@code fallback} if the key is not there. */
    public String string(String key, String fallback) throws TaskException {
        return has(key) ? string(key) : skip(key, fallback);
    }

    /** Returns an integer. */
    public long integer(String key) throws TaskException {
        return require(key, Long.class, "an integer");
    }

    /** Returns an integer, or {@code fallback} if the key is not there. */
    public long integer(String key, long fallback) throws TaskException {
        return has(key) ? integer(key) : skip(key, fallback);
    }

    /** Returns a number, whole or not. */
    public double number(String key) throws TaskException {
        return require(key, Number.class, "a number").doubleValue();
    }

    /** Returns a number, or {@code fallback} if the key is not there. */
    public double number(String key, double fallback) throws TaskException {
        return has(key) ? number(key) : skip(key, fallback);
    }

    /** Returns true or false, or {@code fallback} if the key is not there. */
    public boolean bool(String key, boolean fallback) throws TaskException {
        return has(key) ? require(key, Boolean.class, "true or false") : skip(key, fallback);
    }

    /** Returns a list of strings. */
    public List<String> strings(String key) throws TaskException {
        return list(key, String.class, "a list of strings");
    }

    /** Returns a list of strings, or {@code fallback} if the key is not there. */
    public List<String> strings(String key, List<String> fallback) throws TaskException {
        return has(key) ? strings(key) : skip(key, fallback);
    }

    /** Returns a list of integers. */
    public List<Long> integers(String key) throws TaskException {
        return list(key, Long.class, "a list of integers");
    }

    /** Returns a list of numbers, strings or booleans, as {@link Long}, {@link Double}, {@link String}, {@link Boolean}. */
    public List<Object> values(String key) throws TaskException {
        var values = list(key, Object.class, "a list of values");
        for (var value : values) {
            if (!(value instanceof Long
                    || value instanceof Double
                    || value instanceof String
                    || value instanceof Boolean)) {
                throw mistake(key, "has " + describe(value) + " in its list; expected numbers, strings or booleans");
            }
        }
        return values;
    }

    /** Returns a table. */
    public Section table(String key) throws TaskException {
        var known = children.get(key);
        if (known != null) {
            return known;
        }
        return child(key, require(key, TomlTable.class, "a table"), position(key));
    }

    /** Returns a table; an empty one if the key is not there. */
    public Section tableOrEmpty(String key) throws TaskException {
        if (has(key)) {
            return table(key);
        }
        skip(key, "");
        return new Section(file, name(key), Toml.parse(""), place);
    }

    /** Returns a table, an empty one if the key is not there, that somebody else reads and asks for its unread keys. */
    Section handOver(String key) throws TaskException {
        var section = tableOrEmpty(key);
        children.remove(key);
        return section;
    }

    /** Returns a list of tables, at least one. */
    public List<Section> tables(String key) throws TaskException {
        var array = require(key, TomlArray.class, "a list of tables, each beginning with [[" + name(key) + "]]");
        var tables = new ArrayList<Section>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof TomlTable element)) {
                throw mistake(key, "has " + describe(array.get(i)) + " in its list; expected tables");
            }
            tables.add(child(key + "[" + i + "]", element, array.inputPositionOf(i)));
        }
        if (tables.isEmpty()) {
            throw mistake(key, "is empty; expected at least one table");
        }
        return tables;
    }

    /** Returns a mistake at the place of {@code key}, or of this table if the key is not there. */
    public TaskException mistake(String key, String text) {
        return new TaskException(where(key) + ": '" + name(key) + "' " + text);
    }

    /**
     * Reports the first key, here or in a table that was read, that nobody has read.
     *
     * @throws TaskException naming the key and the nearest one that would have been read
     */
    public void rejectUnread() throws TaskException {
        for (var key : table.keySet()) {
            if (!read.contains(key)) {
                var nearest = Nearest.to(key, new TreeSet<>(read));
                throw mistake(
                        key,
                        "is not known here"
                                + (nearest == null ? "" : "\nMaybe '" + nearest + "' is meant.")
                                + (read.isEmpty() ? "" : "\nKnown here: " + String.join(", ", new TreeSet<>(read))));
            }
        }
        for (var child : children.values()) {
            child.rejectUnread();
        }
    }

    private Section child(String key, TomlTable element, @Nullable TomlPosition at) {
        var section = new Section(file, name(key), element, at);
        children.put(key, section);
        return section;
    }

    private <T> T require(String key, Class<T> type, String expected) throws TaskException {
        read.add(key);
        var value = table.get(List.of(key));
        if (value == null) {
            throw mistake(key, "is missing; expected " + expected);
        }
        if (!type.isInstance(value)) {
            throw mistake(key, "is " + describe(value) + "; expected " + expected);
        }
        return type.cast(value);
    }

    private <T> List<T> list(String key, Class<T> type, String expected) throws TaskException {
        var array = require(key, TomlArray.class, expected);
        var values = new ArrayList<T>();
        for (int i = 0; i < array.size(); i++) {
            var value = array.get(i);
            if (!type.isInstance(value)) {
                throw mistake(key, "has " + describe(value) + " in its list; expected " + expected);
            }
            values.add(type.cast(value));
        }
        return values;
    }

    private <T> T skip(String key, T fallback) {
        read.add(key);
        return fallback;
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String where(String key) {
        var at = position(key);
        return at == null ? file : file + ":" + at.line() + ":" + at.column();
    }

    private @Nullable TomlPosition position(String key) {
        return has(key) ? table.inputPositionOf(List.of(key)) : place;
    }

    private static String describe(Object value) {
        return switch (value) {
            case String text -> "the string '" + text + "'";
            case Long number -> "the integer " + number;
            case Double number -> "the number " + number;
            case Boolean truth -> String.valueOf(truth);
            case TomlArray _ -> "a list";
            case TomlTable _ -> "a table";
            default -> "a " + value.getClass().getSimpleName();
        };
    }
}
