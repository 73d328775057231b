package dev.ouroboros.cfamily.guard;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a language of kernels has an honest use for.
 *
 * @param directives of the preprocessor that may be used
 * @param words that are refused: each is there for what only an attack needs
 * @param internals beginnings of words that are the compiler's or the driver's own
 * @param builtIns words that begin so, and yet may be used
 * @param attributes names of attributes that may be used
 * @param headers that may be included, as in {@code stdint.h}
 * @param pragma whether a pragma may be used, given its words joined by blanks
 */
public record Dialect(
        Set<String> directives,
        Set<String> words,
        List<String> internals,
        Set<String> builtIns,
        Set<String> attributes,
        Set<String> headers,
        Predicate<String> pragma) {

    public Dialect {
        directives = Set.copyOf(directives);
        words = Set.copyOf(words);
        internals = List.copyOf(internals);
        builtIns = Set.copyOf(builtIns);
        attributes = Set.copyOf(attributes);
        headers = Set.copyOf(headers);
    }
}
