package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Expression;

/**
 * Guesses how long an operator takes, in nanoseconds of the iCE40 HX family: a level of LUTs with its wires, and a carry chain. Good
 * enough to say where the middle of a calculation is.
 */
record Times(Scope scope) {
    static final double LEVEL = 1.25;
    private static final double CHAIN = 1.7;
    private static final double CARRY = 0.14;
    private static final int INPUTS = 4;

    /**
     * Returns what an expression adds to its operands.
     *
     * @param width of the calculation, in bits
     */
    double of(Expression expression, int width) {
        return switch (expression) {
            case Expression.Binary binary -> binary(binary, width);
            case Expression.Conditional _ -> LEVEL;
            case Expression.Unary unary -> unary(unary, width);
            case Expression.Select select when scope.value(select.index()) == null -> LEVEL * log(width, 2);
            case Expression.Call call when !call.function().startsWith("$") -> 2 * LEVEL;
            default -> 0;
        };
    }

    private double binary(Expression.Binary binary, int width) {
        return switch (binary.operator()) {
            case "+", "-" -> adder(width);
            case "*" -> product(binary, width);
            case "/", "%" -> width * adder(width);
            case "<", "<=", ">", ">=" -> adder(operands(binary, width));
            case "==", "!=", "===", "!==" -> LEVEL * log(2 * operands(binary, width), INPUTS);
            case "<<", ">>", "<<<", ">>>" -> scope.value(binary.right()) == null ? LEVEL * log(width, 2) : 0;
            default -> LEVEL;
        };
    }

    private double product(Expression.Binary binary, int width) {
        boolean constant = scope.value(binary.left()) != null || scope.value(binary.right()) != null;
        int rows = constant ? INPUTS : Math.min(width(binary.left(), width), width(binary.right(), width));
        return adder(width) + LEVEL * log(rows, 2);
    }

    private static double unary(Expression.Unary unary, int width) {
        return switch (unary.operator()) {
            case "-" -> adder(width);
            case "+", "~", "!" -> 0;
            default -> LEVEL * log(width, INPUTS);
        };
    }

    private static double adder(int width) {
        return CHAIN + CARRY * width;
    }

    private int operands(Expression.Binary binary, int otherwise) {
        return Math.max(width(binary.left(), otherwise), width(binary.right(), otherwise));
    }

    private int width(Expression expression, int otherwise) {
        var shape = scope.shape(expression);
        return shape == null ? otherwise : shape.width();
    }

    private static double log(int value, int base) {
        return Math.max(1, Math.ceil(Math.log(value) / Math.log(base)));
    }
}
