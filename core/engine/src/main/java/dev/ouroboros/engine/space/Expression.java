package dev.ouroboros.engine.space;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An expression in the subset of Python that T1 files use, compiled once and evaluated often. Immutable.
 *
 * <p>Literals: integers, floats, strings, {@code True}, {@code False}, lists and tuples. Names of letters, digits,
 * {@code _} and dots. Operators, with Python's precedence and meaning: {@code a if c else b}, {@code or and not},
 * comparisons ({@code == != < <= > >= in}, {@code not in}, chained as in {@code 1 <= x < 4}), {@code | ^ & << >>},
 * {@code + - * / // % **}, unary {@code - + ~}. Functions: {@code min max abs int float round ceil floor len}. An
 * integer beyond 64 bits is an error.
 */
public final class Expression {
    private final String text;
    private final List<String> slots;
    private final Set<String> names;
    private final Node root;

    private Expression(String text, List<String> slots, Node root) {
        this.text = text;
        this.slots = slots;
        this.names = Collections.unmodifiableSet(new LinkedHashSet<>(slots));
        this.root = root;
    }

    /**
     * Parses {@code text}.
     *
     * @throws ExpressionException if it is not such an expression
     */
    public static Expression parse(String text) {
        var parser = new ExpressionParser(text);
        var root = parser.parse();
        return new Expression(text, parser.names(), root);
    }

    /**
     * Returns the value: a Long, Double, Boolean or String.
     *
     * @param variables by name, at least all of {@link #names()}
     * @throws ExpressionException if there is no value: a name is missing, a type does not fit, a division by zero
     */
    public Object evaluate(Map<String, Object> variables) {
        return evaluate(bound(variables));
    }

    /**
     * Returns the elements of a list or tuple that needs no names.
     *
     * @throws ExpressionException if it refers to a name, or its value is no list
     */
    public List<Object> elements() {
        if (root.evaluate(bound(Map.of())) instanceof List<?> list) {
            return List.copyOf(list);
        }
        throw noValue("the value is no list");
    }

    private Object[] bound(Map<String, Object> variables) {
        var values = new Object[slots.size()];
        for (int i = 0; i < values.length; i++) {
            var value = variables.get(slots.get(i));
            if (value == null) {
                throw noValue("no value for " + slots.get(i) + ", only for " + variables.keySet());
            }
            var canonical = Value.canonical(value);
            if (canonical == null) {
                throw noValue(slots.get(i) + " is a " + value.getClass().getSimpleName());
            }
            values[i] = canonical;
        }
        return values;
    }

    /**
     * Returns the value; faster than by name.
     *
     * @param values canonical values of {@link #names()} in their order
     */
    Object evaluate(Object[] values) {
        var value = root.evaluate(values);
        if (value instanceof List<?>) {
            throw noValue("the value is a list; expected a number, a boolean or a string");
        }
        return value;
    }

    /**
     * Returns whether the value counts as true in Python.
     *
     * @param values canonical values of {@link #names()} in their order
     */
    boolean holds(Object[] values) {
        return Value.truth(evaluate(values));
    }

    private ExpressionException noValue(String problem) {
        return new ExpressionException(text, 1, problem);
    }

    /** Returns the names it refers to, in the order in which it first does. */
    public Set<String> names() {
        return names;
    }

    /** Returns the text it was parsed from. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression && text.equals(expression.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
