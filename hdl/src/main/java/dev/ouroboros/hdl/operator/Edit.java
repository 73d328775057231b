package dev.ouroboros.hdl.operator;

import dev.ouroboros.hdl.syntax.Span;
import java.util.Comparator;
import java.util.List;

/** Replaces a range of the source; an empty range inserts. */
record Edit(Span span, String text) {

    static Edit insert(int at, String text) {
        return new Edit(new Span(at, at), text);
    }

    /** Returns the source with all edits made, which must not overlap. */
    static String apply(String source, List<Edit> edits) {
        var sorted = edits.stream()
                .sorted(Comparator.comparingInt(edit -> edit.span().start()))
                .toList();
        var result = new StringBuilder();
        int at = 0;
        for (var edit : sorted) {
            if (edit.span().start() < at) {
                throw new IllegalArgumentException(
                        "edits overlap at offset " + edit.span().start());
            }
            result.append(source, at, edit.span().start()).append(edit.text());
            at = edit.span().end();
        }
        return result.append(source.substring(at)).toString();
    }
}
