package dev.ouroboros.engine.space;

import java.util.Map;

/** A named condition that every setting of a space must meet. */
public record Constraint(String name, Expression condition) {

    /**
     * Returns whether the condition holds.
     *
     * @param values by parameter, at least those the condition names
     * @throws ExpressionException if the condition has no value there
     */
    public boolean holds(Map<String, Object> values) {
        return Value.truth(condition.evaluate(values));
    }
}
