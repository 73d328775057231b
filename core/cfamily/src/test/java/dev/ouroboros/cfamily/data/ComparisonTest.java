package dev.ouroboros.cfamily.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.reference.Answer;
import dev.ouroboros.cfamily.task.ElementType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static final double TOLERANCE = 1e-6;

    /** Of one element: its value, and the magnitude of its terms. */
    private record One(double value, double terms) implements Answer {
        @Override
        public double[] all(String output) {
            return new double[] {value};
        }

        @Override
        public double at(String output, int i) {
            return value;
        }

        @Override
        public double magnitude(String output, int i) {
            return terms;
        }
    }

    @Test
    void theErrorMayBeThatOfTheTermsThoughTheyCancel() {
        assertNull(complaint(0.0009f, new One(0, 1000)));
        assertNotNull(complaint(0.0011f, new One(0, 1000)));
        assertNotNull(complaint(0.0009f, new One(0, 1)));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsNeverRight(float found) {
        assertNotNull(complaint(found, new One(found, found)));
        assertNotNull(complaint(found, new One(1, Double.POSITIVE_INFINITY)));
        Values output = Values.of(ElementType.FLOAT, new float[] {1, 2, found, 4});
        assertEquals(2, Comparison.notFinite(output));
    }

    @Test
    void integersMustBeEqual() {
        Values output = Values.of(ElementType.INT, new int[] {1_000_000});
        assertNull(Comparison.complaint(output, "c", new One(1_000_000, 1e12), TOLERANCE));
        assertNotNull(Comparison.complaint(output, "c", new One(1_000_001, 1e12), TOLERANCE));
    }

    @Test
    void unsignedIsUnsigned() {
        assertEquals(4294967295.0, Values.of(ElementType.UINT, new int[] {-1}).get(0));
        assertEquals(255, Values.of(ElementType.UCHAR, new byte[] {-1}).get(0));
        assertEquals(65535, Values.of(ElementType.USHORT, new short[] {-1}).get(0));
        assertEquals(-1, Values.of(ElementType.CHAR, new byte[] {-1}).get(0));
    }

    @Test
    void theComplaintSaysWhatWasFoundAndExpected() {
        String complaint = String.valueOf(complaint(3, new One(2, 2)));
        assertTrue(complaint.startsWith("c[0] is 3.0, expected 2.0"), complaint);
    }

    private static @Nullable String complaint(float found, Answer answer) {
        return Comparison.complaint(Values.of(ElementType.FLOAT, new float[] {found}), "c", answer, TOLERANCE);
    }
}
