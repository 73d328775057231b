package dev.ouroboros.engine.testlayer;

/** An expression of whole numbers, {@code x}, sums and products. */
sealed interface Term {

    /** A whole number. */
    record Whole(long value) implements Term {}

    /** The variable. */
    record X() implements Term {}

    /** A sum. */
    record Sum(Term left, Term right) implements Term {}

    /** A product. */
    record Product(Term left, Term right) implements Term {}

    /** Returns the value at {@code x}, modulo 2⁶⁴. */
    default long at(long x) {
        return switch (this) {
            case Whole(var value) -> value;
            case X() -> x;
            case Sum(var left, var right) -> left.at(x) + right.at(x);
            case Product(var left, var right) -> left.at(x) * right.at(x);
        };
    }

    /** Returns how many sums and products there are. */
    default int operations() {
        return switch (this) {
            case Whole _, X _ -> 0;
            case Sum(var left, var right) -> 1 + left.operations() + right.operations();
            case Product(var left, var right) -> 1 + left.operations() + right.operations();
        };
    }

    /** Returns text that {@link TermParser} reads as an equal term. */
    default String text() {
        return switch (this) {
            case Whole(var value) -> Long.toString(value);
            case X() -> "x";
            case Sum(var left, Sum right) -> left.text() + " + (" + right.text() + ")";
            case Sum(var left, var right) -> left.text() + " + " + right.text();
            case Product(var left, var right) ->
                factor(left) + " * " + (right instanceof Product ? "(" + right.text() + ")" : factor(right));
        };
    }

    private static String factor(Term term) {
        return term instanceof Sum ? "(" + term.text() + ")" : term.text();
    }
}
