package dev.ouroboros.cfamily.guard;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What macros could make of the words of a file by {@code ##}. It looks for any way to compose a refused word out of any
 * words and numbers of the file, whether or not its macros do so.
 *
 * @param pieces every word and number of the file
 */
record Pasting(Collection<String> pieces) {
    Pasting {
        pieces = List.copyOf(pieces);
    }

    /** Returns a word, or a word that begins so, which could be composed, or null. */
    @Nullable
    String composable(Collection<String> words, Collection<String> beginnings) {
        for (String word : words) {
            if (composes(word, false)) {
                return word;
            }
        }
        for (String beginning : beginnings) {
            if (composes(beginning, true)) {
                return beginning + "...";
            }
        }
        return null;
    }

    private boolean composes(String target, boolean andMore) {
        boolean[] reached = new boolean[target.length() + 1];
        reached[0] = true;
        for (int at = 0; at < target.length(); at++) {
            if (!reached[at]) {
                continue;
            }
            for (String piece : pieces) {
                if (target.startsWith(piece, at)) {
                    reached[at + piece.length()] = true;
                } else if (andMore && piece.startsWith(target.substring(at))) {
                    return true;
                }
            }
        }
        return reached[target.length()];
    }
}
