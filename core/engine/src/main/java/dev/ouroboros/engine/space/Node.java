package dev.ouroboros.engine.space;

/** One compiled piece of an {@link Expression}. */
@FunctionalInterface
interface Node {

    /**
     * Returns its value: a Long, Double, Boolean or String, or a List of them within an expression.
     *
     * @param values of the expression's names, in the order of {@link Expression#names()}
     * @throws ExpressionException if it has none
     */
    Object evaluate(Object[] values);
}
