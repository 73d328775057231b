package dev.ouroboros.app.external;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object that somebody outside wrote. Every read says what was expected and where, and what nobody reads is a
 * mistake. Null counts as not given. Not safe for several threads.
 */
public final class Fields {
    /** More text than any file that a model edits; what is longer is a mistake or an attack. */
    public static final int LONGEST = 1 << 20;

    private static final int SHOWN = 60;

    private final JsonNode node;
    private final String where;
    private final TreeSet<String> known = new TreeSet<>();

    private Fields(JsonNode node, String where) {
        this.node = node;
        this.where = where;
    }

    /**
     * Reads an object.
     *
     * @param where its place, for errors; empty at the top
     */
    public static Fields of(JsonNode node, String where) throws Complaint {
        if (!node.isObject()) {
            throw new Complaint((where.isEmpty() ? "this" : where) + " is " + shown(node) + "; expected an object");
        }
        return new Fields(node, where);
    }

    /** Returns whether the key is there, and counts it as read if it is not. */
    public boolean has(String key) {
        var there = node.has(key) && !node.path(key).isNull();
        if (!there) {
            known.add(key);
        }
        return there;
    }

    /** Returns a text of at most {@link #LONGEST} characters. */
    public String text(String key) throws Complaint {
        var value = textOrNull(key);
        if (value == null) {
            throw new Complaint(place(key) + " is missing; expected a string");
        }
        return value;
    }

    /** Returns a text, or null if there is none. */
    public @Nullable String textOrNull(String key) throws Complaint {
        if (!has(key)) {
            return null;
        }
        var value = value(key);
        if (!value.isString()) {
            throw wrong(key, value, "a string");
        }
        var text = value.stringValue();
        if (text.length() > LONGEST) {
            throw new Complaint(place(key) + " has " + text.length() + " characters; expected at most " + LONGEST);
        }
        return text;
    }

    /** Returns a whole number, or {@code fallback} if there is none. */
    public int integer(String key, int fallback, int least, int most) throws Complaint {
        if (!has(key)) {
            return fallback;
        }
        var value = value(key);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            throw wrong(key, value, "a whole number from " + least + " to " + most);
        }
        return value.asInt();
    }

    /** Returns a number of at least zero, or zero if there is none. */
    public double amount(String key) throws Complaint {
        if (!has(key)) {
            return 0;
        }
        var value = value(key);
        if (!value.isNumber() || !(value.asDouble() >= 0) || Double.isInfinite(value.asDouble())) {
            throw wrong(key, value, "a number that is not negative");
        }
        return value.asDouble();
    }

    /** Returns whether the key is there and true. */
    public boolean flag(String key) throws Complaint {
        if (!has(key)) {
            return false;
        }
        var value = value(key);
        if (!value.isBoolean()) {
            throw wrong(key, value, "true or false");
        }
        return value.booleanValue();
    }

    /** Returns an object, or null if there is none. */
    public @Nullable JsonNode object(String key) throws Complaint {
        if (!has(key)) {
            return null;
        }
        var value = value(key);
        if (!value.isObject()) {
            throw wrong(key, value, "an object");
        }
        return value;
    }

    /** Returns a list of objects, empty if there is none. */
    public List<Fields> objects(String key) throws Complaint {
        if (!has(key)) {
            return List.of();
        }
        var value = value(key);
        if (!value.isArray()) {
            throw wrong(key, value, "a list of objects");
        }
        var objects = new ArrayList<Fields>();
        for (int i = 0; i < value.size(); i++) {
            objects.add(of(value.path(i), place(key) + "[" + i + "]"));
        }
        return objects;
    }

    /** Complains about the first key that nothing has asked for. */
    public void rejectUnread() throws Complaint {
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new Complaint(place(shown(name)) + " is not known here; expected some of " + known);
            }
        }
    }

    private JsonNode value(String key) {
        known.add(key);
        return node.path(key);
    }

    private Complaint wrong(String key, JsonNode value, String expected) {
        return new Complaint(place(key) + " is " + shown(value) + "; expected " + expected);
    }

    private String place(String key) {
        return where.isEmpty() ? key : where + "." + key;
    }

    private static String shown(JsonNode value) {
        return shown(value.toString());
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
