package dev.ouroboros.engine.space;

/**
 * A word of an expression.
 *
 * @param text as written, but for a string: its content
 * @param column where it begins, counted from 1
 */
record Token(Kind kind, String text, int column) {

    /** What sort of word it is. */
    enum Kind {
        INTEGER,
        FLOAT,
        STRING,
        NAME,
        SIGN,
        END
    }

    /** Returns whether it is the sign or the keyword {@code word}. */
    boolean is(String word) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(word);
    }

    /** Returns how an error text calls it. */
    String described() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "the string '" + text + "'";
            case INTEGER, FLOAT, NAME, SIGN -> "'" + text + "'";
        };
    }
}
