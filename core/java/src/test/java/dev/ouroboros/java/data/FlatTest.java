package dev.ouroboros.java.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlatTest {

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertNull(Flat.read(bytes(null)));
        assertEquals(7L, Flat.read(bytes(7)));
        assertEquals(1L, Flat.read(bytes(true)));
        assertEquals(0.5, Flat.read(bytes(0.5f)));
        assertEquals("日本", Flat.read(bytes("日本")));
        assertArrayEquals(new long[] {1, -2}, (long[]) Flat.read(bytes(new int[] {1, -2})));
        assertNull(new Comparison(0).complaint(Flat.read(bytes(new double[][] {{1}, {2, 3}})), new Object[] {
            new double[] {1}, new double[] {2, 3}
        }));
    }

    @Test
    void anObjectThatDecidesWhatItIsEqualToIsNoResult() {
        assertThrows(IllegalArgumentException.class, () -> bytes(List.of(1)));
    }

    @Test
    void randomBytesAreRefusedOrRead() throws IOException {
        var random = new SplittableRandom(1);
        byte[] honest = bytes(new Object[] {"text", new int[] {1, 2, 3}, new double[][] {{1}, {2}}, null});
        for (int i = 0; i < 5000; i++) {
            byte[] some = honest.clone();
            some[random.nextInt(some.length)] = (byte) random.nextInt();
            try {
                Flat.read(some);
            } catch (IllegalArgumentException e) {
                assertNotNull(e.getMessage());
            }
        }
    }

    @Test
    void aNotANumberIsEqualToItselfOnly() {
        var comparison = new Comparison(1e-6);
        assertNull(comparison.complaint(Double.NaN, Double.NaN));
        assertNotNull(comparison.complaint(1.0, Double.NaN));
        assertNotNull(comparison.complaint(Double.NaN, 1.0));
        assertNotNull(comparison.complaint(1.0, Double.POSITIVE_INFINITY));
        assertNull(comparison.complaint(new double[] {1e-9, 1}, new double[] {0, 1}));
        assertNotNull(new Comparison(0).complaint(new double[] {1e-9, 1}, new double[] {0, 1}));
        assertNotNull(comparison.complaint(new long[] {1}, new long[] {1, 2}));
        assertNotNull(comparison.complaint("a", 1L));
    }

    private static byte[] bytes(@Nullable Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        Flat.write(value, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
