package dev.ouroboros.hdl.init;

import dev.ouroboros.hdl.syntax.Span;

/** The file that defines a module, as it was parsed: its lines are those of the user's own file. */
record Home(String file, String source) {
    String text(Span span) {
        return span.of(source);
    }

    /** Returns {@code file:line} of a place. */
    String at(Span span) {
        return file + ":"
                + (1
                        + source.substring(0, span.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }
}
