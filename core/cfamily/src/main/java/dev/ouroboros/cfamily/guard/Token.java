package dev.ouroboros.cfamily.guard;

/**
 * A word, number, string or mark of C or OpenCL C, as the compiler sees it after translation phase 3 (C99, 5.1.1.2).
 *
 * @param line where it begins in the file, from 1
 * @param startsLine whether only white space is before it in its logical line
 */
record Token(Kind kind, String text, int line, boolean startsLine) {

    enum Kind {
        WORD,
        NUMBER,
        QUOTED,
        MARK
    }

    boolean is(String mark) {
        return kind != Kind.QUOTED && text.equals(mark);
    }
}
