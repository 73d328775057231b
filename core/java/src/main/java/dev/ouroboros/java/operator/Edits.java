package dev.ouroboros.java.operator;

import dev.ouroboros.engine.artifact.Patch;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits of one text as one patch, which leaves the rest of the text as it is. */
final class Edits {
    private Edits() {}

    /** Applies edits; null if they overlap. */
    static @Nullable String apply(String text, List<Edit> edits) {
        var result = new StringBuilder();
        int at = 0;
        for (Edit edit : inOrder(edits)) {
            if (edit.start() < at) {
                return null;
            }
            result.append(text, at, edit.start()).append(edit.replacement());
            at = edit.end();
        }
        return result.append(text, at, text.length()).toString();
    }

    /**
     * Returns the edits as a patch: it replaces the lines from the first edit to the last, and as many around them as it
     * takes to make them stand in the text once. Null if the edits overlap or change nothing.
     */
    static @Nullable Patch patch(String path, String text, List<Edit> edits) {
        List<Edit> ordered = inOrder(edits);
        String changed = ordered.isEmpty() ? null : apply(text, ordered);
        if (changed == null || changed.equals(text)) {
            return null;
        }
        int start = lineStart(text, ordered.getFirst().start());
        int end = lineEnd(text, ordered.stream().mapToInt(Edit::end).max().orElse(0));
        while (!standsOnce(text, text.substring(start, end))) {
            start = lineStart(text, Math.max(0, start - 1));
            end = lineEnd(text, Math.min(text.length(), end + 1));
        }
        int tail = text.length() - end;
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
