package dev.ouroboros.cfamily.syntax;

import dev.ouroboros.engine.artifact.Patch;
import java.util.Comparator;
import java.util.List;

/** Edits of one text as one patch. */
public final class Edits {
    private Edits() {}

    /**
     * Applies edits that do not overlap.
     *
     * @throws IllegalArgumentException if they do, or reach beyond the text
     */
    public static String apply(String text, List<Edit> edits) {
        var result = new StringBuilder();
        int at = 0;
        for (var edit : inOrder(edits)) {
            if (edit.start() < at || edit.end() < edit.start() || edit.end() > text.length()) {
                throw new IllegalArgumentException("edits overlap or leave the text at " + edit.start());
            }
            result.append(text, at, edit.start()).append(edit.replacement());
            at = edit.end();
        }
        return result.append(text, at, text.length()).toString();
    }

    /**
     * Returns the edits as a patch: it replaces the lines from the first edit to the last, and as many around them as it
     * takes to make them stand in the text once.
     *
     * @throws IllegalArgumentException if they overlap, or there is none
     */
    public static Patch patch(String path, String text, List<Edit> edits) {
        var ordered = inOrder(edits);
        if (ordered.isEmpty()) {
            throw new IllegalArgumentException("a patch has at least one edit");
        }
        int start = lineStart(text, ordered.getFirst().start());
        int end = lineEnd(text, ordered.getLast().end());
        while (!standsOnce(text, text.substring(start, end))) {
            start = lineStart(text, Math.max(0, start - 1));
            end = lineEnd(text, Math.min(text.length(), end + 1));
        }
        int tail = text.length() - end;
        var changed = apply(text, ordered);
        return new Patch.BlockReplacement(
                path, text.substring(start, end), changed.substring(start, changed.length() - tail));
    }

    private static List<Edit> inOrder(List<Edit> edits) {
        return edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
                .toList();
    }

    private static boolean standsOnce(String text, String part) {
        return !part.isEmpty() && text.indexOf(part) == text.lastIndexOf(part);
    }

    private static int lineStart(String text, int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    private static int lineEnd(String text, int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }
}
