package dev.ouroboros.hdl.init;

import java.util.BitSet;
import java.util.List;

/**
 * A user's text with pieces taken out. Its lines keep their numbers to the end, so that whatever is said of one is true of the
 * user's own file.
 *
 * @param touched lines of which something was taken, counted from 0
 */
record Excerpt(String text, BitSet touched) {

    /** A piece to take out, and what stands there instead. */
    record Cut(int start, int end, String instead) {}

    static Excerpt of(String text) {
        return new Excerpt(text, new BitSet());
    }

    /** Takes pieces out, which are given in order and do not overlap. */
    Excerpt without(List<Cut> cuts) {
        var kept = new StringBuilder();
        var lines = (BitSet) touched.clone();
        int at = 0;
        int line = 0;
        for (Cut cut : cuts) {
            line += newlines(at, cut.start());
            int removed = newlines(cut.start(), cut.end());
            lines.set(line, line + removed + 1);
            kept.append(text, at, cut.start()).append(cut.instead()).append("\n".repeat(removed));
            line += removed;
            at = cut.end();
        }
        return new Excerpt(kept.append(text, at, text.length()).toString(), lines);
    }

    private int newlines(int start, int end) {
        return (int) text.substring(start, end).chars().filter(c -> c == '\n').count();
    }

    /** Returns the text without the lines that became empty. */
    String compact() {
        var kept = new StringBuilder();
        List<String> lines = List.of(text.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            String line = touched.get(i) ? lines.get(i).stripTrailing() : lines.get(i);
            if (!touched.get(i) || !line.isEmpty()) {
                kept.append(line).append(i + 1 < lines.size() ? "\n" : "");
            }
        }
        return kept.toString();
    }
}
