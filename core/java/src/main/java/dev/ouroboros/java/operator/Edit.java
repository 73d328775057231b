package dev.ouroboros.java.operator;

/** Puts {@code replacement} in the place of the characters from {@code start} to before {@code end}. */
record Edit(int start, int end, String replacement) {

    /** Returns an edit that only adds. */
    static Edit insert(int at, String text) {
        return new Edit(at, at, text);
    }
}
