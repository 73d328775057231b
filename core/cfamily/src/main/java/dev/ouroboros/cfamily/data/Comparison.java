package dev.ouroboros.cfamily.data;

import dev.ouroboros.cfamily.reference.Answer;
import org.jspecify.annotations.Nullable;

/** Compares what a kernel wrote with what is right. */
public final class Comparison {
    private Comparison() {}

    /** Returns the position of an element that is infinite or no number, or -1. Looks at bits: a NaN equals nothing. */
    public static int notFinite(Values output) {
        boolean finite = switch (output.array()) {
            case float[] floats -> finite(floats);
            case double[] doubles -> finite(doubles);
            default -> true;
        };
        return finite ? -1 : firstNotFinite(output);
    }

    /** Without a branch in the loop, so that it becomes vector instructions. */
    private static boolean finite(float[] floats) {
        int largest = 0;
        for (float value : floats) {
            largest = Math.max(largest, Float.floatToRawIntBits(value) & 0x7FFF_FFFF);
        }
        return largest < 0x7F80_0000;
    }

    private static boolean finite(double[] doubles) {
        long largest = 0;
        for (double value : doubles) {
            largest = Math.max(largest, Double.doubleToRawLongBits(value) & Long.MAX_VALUE);
        }
        return largest < 0x7FF0_0000_0000_0000L;
    }

    /** Returns what is wrong with one element, or null. */
    public static @Nullable String complaint(
            Values output, String name, int i, double expected, Answer answer, double tolerance) {
        double found = output.get(i);
        double error = Math.abs(found - expected);
        boolean right = output.type().floating()
                ? Double.isFinite(found)
                        && (error <= tolerance * Math.abs(expected) || error <= tolerance * answer.magnitude(name, i))
                : error == 0;
        return right
                ? null
                : String.format(
                        "%s[%d] is %s, expected %s%s",
                        name,
                        i,
                        found,
                        expected,
                        output.type().floating()
                                ? String.format(" ± %.3g", tolerance * answer.magnitude(name, i))
                                : "");
    }

    /** Returns what is wrong with the first wrong element and how many there are, or null. */
    public static @Nullable String complaint(Values output, String name, Answer answer, double tolerance) {
        double[] expected = answer.all(name);
        double slack = output.type().floating() ? tolerance : 0;
        String first = null;
        int wrong = 0;
        for (int i = 0; i < expected.length; i++) {
            // Within the tolerance of the value itself is within that of its terms; their sum is dear.
            if (Math.abs(output.get(i) - expected[i]) <= slack * Math.abs(expected[i])) {
                continue;
            }
            String complaint = complaint(output, name, i, expected[i], answer, tolerance);
            if (complaint != null) {
                wrong++;
                first = first == null ? complaint : first;
            }
        }
        return first == null ? null : first + " (" + wrong + " of " + expected.length + " are wrong)";
    }

    private static int firstNotFinite(Values output) {
        for (int i = 0; i < output.length(); i++) {
            if (!Double.isFinite(output.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
