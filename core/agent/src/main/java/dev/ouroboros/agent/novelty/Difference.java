package dev.ouroboros.agent.novelty;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The only place where two codes differ: whole lines, from the first that differs to the last, without brackets, commas and
 * semicolons. To an embedding each of those is a word like any other: they cost as much time, and make all code alike.
 *
 * @param here the lines of the one code
 * @param there the lines of the other
 * @param length of the place, in tokens, in the longer of the two
 */
record Difference(String here, String there, int length) {
    /** In characters: within the 128 tokens that the embeddings were trained on, in code of more signs than words, too. */
    private static final int SHOWN = 160;

    private static final Pattern SIGNS = Pattern.compile("[;,(){}\\[\\]\\s]+");

    /** Code whose words differ by more than this part is something else. */
    private static final double SAME_WORDS = 0.9;

    /**
     * Returns where they differ; null if that is more than can be shown, or if it is plain that they are not near: only
     * what is seen whole can be called the same.
     */
    static @Nullable Difference of(Skeleton one, Skeleton other) {
        int longest = Math.max(one.tokens().size(), other.tokens().size());
        int least = Math.min(one.tokens().size(), other.tokens().size());
        if (least == 0) {
            return null;
        }
        int before = 0;
        while (before < least && same(one, before, other, before)) {
            before++;
        }
        int after = 0;
        while (after < least - before
                && same(
                        one,
                        one.tokens().size() - 1 - after,
                        other,
                        other.tokens().size() - 1 - after)) {
            after++;
        }
        var here = shown(one, before, after);
        var there = shown(other, before, after);
        if (here == null || there == null || here.equals(there) || !sameWords(one, other)) {
            return null;
        }
        return new Difference(here, there, longest - before - after);
    }

    private static boolean same(Skeleton one, int at, Skeleton other, int there) {
        return one.tokens().get(at).text().equals(other.tokens().get(there).text());
    }

    /** The lines from the first token that differs to the last; null if they are too many, or of signs only. */
    private static @Nullable String shown(Skeleton skeleton, int before, int after) {
        List<Skeleton.Token> tokens = skeleton.tokens();
        String code = skeleton.code();
        var first = tokens.get(Math.min(before, tokens.size() - 1));
        var last = tokens.get(Math.max(0, tokens.size() - 1 - after));
        int from = code.lastIndexOf('\n', first.start()) + 1;
        if (last.end() - from > SHOWN) {
            return null;
        }
        int end = code.indexOf('\n', Math.max(from, last.end()));
        String lines = code.substring(from, Math.min(end < 0 ? code.length() : end, from + SHOWN));
        String words = SIGNS.matcher(lines).replaceAll(" ").strip();
        return words.isEmpty() ? null : words;
    }

    private static boolean sameWords(Skeleton one, Skeleton other) {
        int common = 0;
        int all = 0;
        var words = new HashSet<>(one.words().keySet());
        words.addAll(other.words().keySet());
        for (var word : words) {
            int here = one.words().getOrDefault(word, 0);
            int there = other.words().getOrDefault(word, 0);
            common += Math.min(here, there);
            all += Math.max(here, there);
        }
        return common >= SAME_WORDS * all;
    }
}
