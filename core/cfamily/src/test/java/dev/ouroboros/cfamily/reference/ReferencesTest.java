package dev.ouroboros.cfamily.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.cfamily.task.ElementType;
import dev.ouroboros.cfamily.task.Generator;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.cfamily.task.Work;
import dev.ouroboros.engine.space.Expression;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "17, 31, 5", "3, 600, 130", "64, 64, 64", "130, 7, 67"})
    void theProductIsThatOfTheDefinition(int m, int n, int k) throws Exception {
        Problem problem = problem(
                Map.of("m", (long) m, "n", (long) n, "k", (long) k),
                List.of("m", "k"),
                List.of("k", "n"),
                List.of("m", "n"));
        assertNull(References.MATMUL.complaint(problem));
        Inputs inputs = drawn(problem);
        double[] expected = new double[m * n];
        double[] magnitudes = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                for (int x = 0; x < k; x++) {
                    double term = inputs.of("a").get(i * k + x) * inputs.of("b").get(x * n + j);
                    expected[i * n + j] += term;
                    magnitudes[i * n + j] += Math.abs(term);
                }
            }
        }
        assertAnswers(References.MATMUL, inputs, expected, magnitudes);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3, 3", "20, 31, 5, 2", "40, 9, 1, 9"})
    void theConvolutionIsThatOfTheDefinition(int h, int w, int fh, int fw) throws Exception {
        Problem problem = problem(
                Map.of("h", (long) h, "w", (long) w, "fh", (long) fh, "fw", (long) fw),
                List.of("h", "w"),
                List.of("fh", "fw"),
                List.of("h - fh + 1", "w - fw + 1"));
        assertNull(References.CONVOLUTION_2D.complaint(problem));
        Inputs inputs = drawn(problem);
        int width = w - fw + 1;
        double[] expected = new double[(h - fh + 1) * width];
        double[] magnitudes = new double[expected.length];
        for (int at = 0; at < expected.length; at++) {
            for (int r = 0; r < fh; r++) {
                for (int s = 0; s < fw; s++) {
                    double term =
                            inputs.of("b").get(r * fw + s) * inputs.of("a").get((at / width + r) * w + at % width + s);
                    expected[at] += term;
                    magnitudes[at] += Math.abs(term);
                }
            }
        }
        assertAnswers(References.CONVOLUTION_2D, inputs, expected, magnitudes);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        Problem problem = problem(Map.of("m", 2L, "n", 3L), List.of("m", "n"), List.of("m", "n"), List.of("m", "n"));
        for (References reference : References.values()) {
            assertNotNull(reference.complaint(problem), reference::label);
        }
    }

    private static void assertAnswers(References reference, Inputs inputs, double[] expected, double[] magnitudes)
            throws Exception {
        Answer one = reference.create().answer(inputs);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], one.at("c", i), ROUNDING * magnitudes[i]);
            assertEquals(magnitudes[i], one.magnitude("c", i), ROUNDING * magnitudes[i]);
        }
        double largest = Arrays.stream(magnitudes).max().orElseThrow();
        assertArrayEquals(expected, one.all("c"), ROUNDING * largest);
        assertEquals(one.all("c")[0], one.at("c", 0));
    }

    private static Inputs drawn(Problem problem) {
        Inputs inputs = Inputs.allocate(problem);
        inputs.draw(new SplittableRandom(7));
        return inputs;
    }

    private static Problem problem(Map<String, Long> dimensions, List<String> a, List<String> b, List<String> c) {
        Shape shape = new Shape(dimensions);
        var one = Expression.parse("1");
        var task = new Contract(
                List.of(
                        buffer("a", a, Argument.Role.IN),
                        buffer("b", b, Argument.Role.IN),
                        buffer("c", c, Argument.Role.OUT)),
                shape,
                List.of(shape),
                List.of(shape),
                List.of(shape),
                1e-6,
                "matmul",
                new Work(Work.Kind.FLOPS, one),
                Duration.ofSeconds(1));
        return Problem.of(task, shape);
    }

    private static Argument buffer(String name, List<String> shape, Argument.Role role) {
        var extents =
                Stream.of(shape).flatMap(List::stream).map(Expression::parse).toList();
        return new Argument.Buffer(name, ElementType.FLOAT, extents, role, Generator.STANDARD);
    }
}
