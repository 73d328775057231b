package dev.ouroboros.engine.space;

/**
 * An expression that cannot be read, or has no value for the variables given. The message says what is wrong, where,
 * and shows the place.
 */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int column;

    ExpressionException(String text, int column, String problem) {
        // Without a stack trace: a search may try thousands of settings on which a constraint has no value.
        super(
                problem + ", in column " + column + " of: " + text + "\n" + " ".repeat(column - 1) + "^ here",
                null,
                false,
                false);
        this.column = column;
    }

    /** Returns where in the text it is, counted from 1. */
    public int column() {
        return column;
    }
}
