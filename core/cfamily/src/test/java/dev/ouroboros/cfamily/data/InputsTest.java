package dev.ouroboros.cfamily.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.task.ElementType;
import dev.ouroboros.cfamily.task.Generator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InputsTest {
    private static final int COUNT = 100_001;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void uniformNumbersFillTheirRangeEvenly(ElementType type) {
        double[] values = drawn(type, new Generator.Uniform(-1, 3), 5);
        assertTrue(Arrays.stream(values).allMatch(value -> value >= -1 && value <= 3));
        assertEquals(1, Arrays.stream(values).average().orElseThrow(), 0.02);
        assertEquals(0.25, Arrays.stream(values).filter(value -> value < 0).count() / (double) COUNT, 0.01);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void neighboursAreIndependent(ElementType type) {
        double[] values = drawn(type, Generator.STANDARD, 11);
        double product = 0;
        for (int i = 1; i < COUNT; i++) {
            product += values[i] * values[i - 1];
        }
        // The variance of a product of two is 1/9.
        assertEquals(0, product / COUNT, 5 * Math.sqrt(1.0 / 9 / COUNT));
    }

    @Test
    void normalNumbersHaveTheirMeanAndDeviation() {
        double[] values = drawn(ElementType.FLOAT, new Generator.Normal(2, 3), 5);
        double mean = Arrays.stream(values).average().orElseThrow();
        double square = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        assertEquals(2, mean, 0.05);
        assertEquals(9, square, 0.2);
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAR", "UCHAR", "SHORT", "USHORT", "INT", "UINT", "LONG", "FLOAT"})
    void integersTakeEachValueOfTheirRange(ElementType type) {
        double[] values = drawn(type, new Generator.Integers(0, 9), 5);
        assertArrayEquals(
                new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
                Arrays.stream(values).distinct().sorted().toArray());
    }

    @Test
    void illConditionedNumbersSpanTheirMagnitudes() {
        double[] values = drawn(ElementType.FLOAT, new Generator.IllConditioned(), 5);
        assertTrue(Arrays.stream(values).map(Math::abs).allMatch(value -> value >= 0x1.0p-12 && value <= 0x1.0p12));
        assertTrue(Arrays.stream(values).map(Math::abs).min().orElseThrow() < 0.001);
        assertTrue(Arrays.stream(values).map(Math::abs).max().orElseThrow() > 1000);
        assertEquals(0.5, Arrays.stream(values).filter(value -> value < 0).count() / (double) COUNT, 0.01);
    }

    @Test
    void anotherKeyGivesOtherNumbers() {
        for (Generator generator : List.of(Generator.STANDARD, new Generator.IllConditioned())) {
            double[] one = drawn(ElementType.FLOAT, generator, 1);
            double[] other = drawn(ElementType.FLOAT, generator, 2);
            int same = 0;
            for (int i = 0; i < COUNT; i++) {
                same += one[i] == other[i] ? 1 : 0;
            }
            assertTrue(same < COUNT / 1000, same + " are the same");
        }
    }

    private static double[] drawn(ElementType type, Generator generator, long key) {
        Values values = Values.zeros(type, COUNT);
        Inputs.fill(values, generator, key);
        return values.doubles();
    }
}
