package dev.ouroboros.engine.artifact;

import java.util.List;

/** Text as lines. Joining them with a newline gives the same text again, a last newline included. */
final class Lines {
    private Lines() {}

    static List<String> of(String text) {
        return List.of(text.split("\n", -1));
    }
}
