package dev.ouroboros.java.data;

import java.util.List;

/**
 * How one argument of a launch is drawn.
 *
 * @param type as {@link JavaType} spells it
 * @param extents of each dimension; of strings the length comes last
 * @param low least value of numbers
 * @param high greatest value of numbers, itself included for whole ones
 * @param alphabet characters of strings and of {@code char}s
 * @param like number of the argument before it that {@link Kind#SLICE} and {@link Kind#NEAR} take from; else -1
 */
public record Draw(Kind kind, String type, List<Integer> extents, double low, double high, String alphabet, int like) {

    /** The ways to draw. */
    public enum Kind {
        /** Each value between {@code low} and {@code high}, each as likely. */
        UNIFORM,
        /** Likewise, in ascending order. */
        SORTED,
        /** Whole numbers of which few are frequent: the k-th with a probability of about 1/k. */
        ZIPF,
        /** A piece of another argument. */
        SLICE,
        /** Another argument with one in eight elements drawn anew or moved by one. */
        NEAR
    }

    public Draw {
        extents = List.copyOf(extents);
    }

    /** Returns the same with other extents. */
    public Draw sized(List<Integer> sizes) {
        return new Draw(kind, type, sizes, low, high, alphabet, like);
    }

    /** Returns about how much memory it takes. */
    public long bytes() {
        JavaType of = JavaType.of(type);
        if (of == null) {
            throw new IllegalArgumentException("no type " + type);
        }
        long elements = 1;
        for (int i = 0; i < of.dimensions(); i++) {
            elements *= extents.get(i);
        }
        return 16 + elements * (of.base().bytes() + (of.base().isText() ? extents.getLast() : 0));
    }
}
