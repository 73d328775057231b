package dev.ouroboros.java.data;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the arguments of one launch. The same seed gives the same arguments, in whatever process. */
public final class Drawing {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int ONE_IN = 8;

    private final List<Draw> draws;
    private final SplittableRandom random;
    private final Object[] drawn;

    private Drawing(List<Draw> draws, long seed) {
        this.draws = draws;
        this.random = new SplittableRandom(seed);
        this.drawn = new Object[draws.size()];
    }

    /** Returns the arguments of the launch of that number among those of one seed. */
    public static Object[] arguments(List<Draw> draws, long seed, int launch) {
        var drawing = new Drawing(draws, seed + GOLDEN * launch);
        for (int i = 0; i < draws.size(); i++) {
            drawing.drawn[i] = drawing.draw(draws.get(i));
        }
        return drawing.drawn;
    }

    private Object draw(Draw draw) {
        JavaType type = JavaType.of(draw.type());
        if (type == null) {
            throw new IllegalArgumentException("no type " + draw.type());
        }
        return switch (draw.kind()) {
            case SLICE -> slice(drawn[draw.like()], draw.extents().getFirst());
            case NEAR -> near(drawn[draw.like()], draws.get(draw.like()));
            default -> value(draw, type, 0);
        };
    }

    private Object value(Draw draw, JavaType type, int depth) {
        if (depth == type.dimensions()) {
            return type.base().isText() ? text(draw.alphabet(), draw.extents().getLast()) : scalar(draw, type.base());
        }
        int length = draw.extents().get(depth);
        if (depth + 1 == type.dimensions() && !type.base().isText()) {
            return array(draw, type.base(), length);
        }
        Class<?> element = new JavaType(type.base(), type.dimensions() - depth - 1).type();
        Object array = Array.newInstance(element, length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, value(draw, type, depth + 1));
        }
        return array;
    }

    private Object scalar(Draw draw, JavaType.Base base) {
        return switch (base) {
            case INT -> (int) whole(draw);
            case LONG -> whole(draw);
            case DOUBLE -> real(draw);
            case FLOAT -> (float) real(draw);
            case BYTE -> (byte) whole(draw);
            case CHAR -> character(draw.alphabet());
            case BOOLEAN -> random.nextBoolean();
            case STRING, CHAR_SEQUENCE -> throw new IllegalArgumentException("a string is drawn as one");
        };
    }

    private Object array(Draw draw, JavaType.Base base, int length) {
        Object array = Array.newInstance(new JavaType(base, 0).type(), length);
        switch (array) {
            case int[] ints -> Arrays.setAll(ints, _ -> (int) whole(draw));
            case long[] longs -> Arrays.setAll(longs, _ -> whole(draw));
            case double[] doubles -> Arrays.setAll(doubles, _ -> real(draw));
            default -> {
                for (int i = 0; i < length; i++) {
                    Array.set(array, i, scalar(draw, base));
                }
            }
        }
        if (draw.kind() == Draw.Kind.SORTED) {
            sort(array);
        }
        return array;
    }

    private static void sort(Object array) {
        switch (array) {
            case int[] ints -> Arrays.sort(ints);
            case long[] longs -> Arrays.sort(longs);
            case double[] doubles -> Arrays.sort(doubles);
            case float[] floats -> Arrays.sort(floats);
            case byte[] bytes -> Arrays.sort(bytes);
            case char[] chars -> Arrays.sort(chars);
            default -> throw new IllegalArgumentException("cannot be sorted: " + array.getClass());
        }
    }

    private long whole(Draw draw) {
        long low = (long) draw.low();
        long high = (long) draw.high();
        if (draw.kind() == Draw.Kind.ZIPF) {
            double range = high - low + 1.0;
            return low + (long) Math.min(range - 1, Math.pow(range, random.nextDouble()) - 1);
        }
        return high == Long.MAX_VALUE ? random.nextLong(low, high) : random.nextLong(low, high + 1);
    }

    private double real(Draw draw) {
        return draw.low() == draw.high() ? draw.low() : random.nextDouble(draw.low(), draw.high());
    }

    private char character(String alphabet) {
        return alphabet.charAt(random.nextInt(alphabet.length()));
    }

    private String text(String alphabet, int length) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = character(alphabet);
        }
        return new String(chars);
    }

    private Object slice(Object of, int length) {
        if (of instanceof String text) {
            int some = Math.min(length, text.length());
            int start = random.nextInt(text.length() - some + 1);
            return text.substring(start, start + some);
        }
        int whole = Array.getLength(of);
        int some = Math.min(length, whole);
        Object piece = Array.newInstance(of.getClass().getComponentType(), some);
        System.arraycopy(of, random.nextInt(whole - some + 1), piece, 0, some);
        return piece;
    }

    private Object near(Object of, Draw how) {
        if (of instanceof String text) {
            var changed = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                if (random.nextInt(ONE_IN) != 0) {
                    changed.append(text.charAt(i));
                } else if (random.nextBoolean()) {
                    changed.append(character(how.alphabet()));
                }
            }
            return changed.toString();
        }
        JavaType type = JavaType.of(how.type());
        int length = Array.getLength(of);
        Object changed = Array.newInstance(of.getClass().getComponentType(), length);
        System.arraycopy(of, 0, changed, 0, length);
        for (int i = 0; i < length && type != null; i++) {
            if (random.nextInt(ONE_IN) == 0) {
                Array.set(changed, i, scalar(how, type.base()));
            }
        }
        return changed;
    }
}
