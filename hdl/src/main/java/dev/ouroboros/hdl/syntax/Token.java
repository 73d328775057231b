package dev.ouroboros.hdl.syntax;

/**
 * A piece of source.
 *
 * @param text the characters, never empty
 * @param start offset of the first character in the source
 */
public record Token(Kind kind, String text, int start) {

    /** What a token is. Attributes and compiler directives are trivia: the tree does not speak of them. */
    public enum Kind {
        WORD,
        SYSTEM_NAME,
        MACRO,
        NUMBER,
        STRING,
        MARK,
        SPACE,
        COMMENT,
        ATTRIBUTE,
        DIRECTIVE,
        JUNK,
        END;

        /** Returns whether the tree is the same without it. */
        public boolean isTrivia() {
            return switch (this) {
                case SPACE, COMMENT, ATTRIBUTE, DIRECTIVE -> true;
                case WORD, SYSTEM_NAME, MACRO, NUMBER, STRING, MARK, JUNK, END -> false;
            };
        }
    }

    /** Returns the offset after its last character. */
    public int end() {
        return start + text.length();
    }

    /** Returns whether it is that word or mark. */
    public boolean is(String expected) {
        return (kind == Kind.WORD || kind == Kind.MARK) && text.equals(expected);
    }
}
