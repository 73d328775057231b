package dev.ouroboros.hdl.guard;

/**
 * A piece of Verilog.
 *
 * @param text as it stands in the file; of a comment, what is in it
 * @param line where it begins, from 1
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        /** A name or keyword, an escaped name with its backslash. */
        WORD,
        /** A system task or function, with its dollar sign. */
        SYSTEM,
        /** A directive or macro, with its back-quote. */
        DIRECTIVE,
        COMMENT,
        STRING,
        MARK
    }
}
