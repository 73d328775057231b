package dev.ouroboros.cfamily.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.ouroboros.cfamily.syntax.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator makes of code that it suits computes the same as the code did: compiled, run and compared. */
class SameResultTest {
    private static final String HEAD = """
            #include <math.h>
            #include <stddef.h>
            #include <stdint.h>
            #include <stdio.h>
            """;

    /** Lengths around those of vectors and unrolled loops, nothing included. */
    private static final String DRIVER = """

            int main(void) {
              static _Alignas(64) float a[4096], b[4096], c[4096];
              static int8_t p[4096], q[4096];
              for (int variant = 0; variant < VARIANTS; variant++) {
                for (int n = 0; n < 70; n = n < 20 ? n + 1 : n + 9) {
                  for (int i = 0; i < 4096; i++) {
                    a[i] = (i * 7 + n) % 13 - 6; b[i] = (i * 5 + 1) % 9 - 4; c[i] = 0;
                    p[i] = i * 31 + n; q[i] = i * 17;
                  }
                  switch (variant) {
                    CALLS
                  }
                  float sum = 0;
                  for (int i = 0; i < 4096; i++) sum += c[i] * (i % 32);
                  printf("%d %.3f,", n, sum);
                }
                printf("\\n");
              }
              return 0;
            }
            """;

    private static final String SUM = """
            static float f(const float *x, int n) {
              float sum = 0;
              for (int i = 0; i < n; i++) sum += x[i];
              return sum;
            }
            """;
    private static final String GREATEST = """
            static float f(const float *x, int n) {
              float most = x[0];
              for (int i = 0; i < n; ++i) {
                if (x[i] > most) most = x[i];
              }
              return most;
            }
            """;
    private static final String DOT = """
            static int32_t f(const int8_t *x, const int8_t *y, size_t n) {
              int32_t sum = 0;
              for (size_t i = 0; i < n; i += 1) {
                sum += (int32_t)x[i] * (int32_t)y[i];
              }
              return sum;
            }
            """;
    private static final String AXPY = """
            static void f(float *z, const float *x, const float *y, const float *s, int n) {
              for (int i = 0; i < n; i++) {
                float t = x[i] * s[3];
                z[i] = t + y[i + 1] - 2.0f;
              }
            }
            """;
    private static final String MATMUL = """
            static void f(const float *x, const float *y, float *z, int n) {
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                  float sum = 0;
                  for (int k = 0; k < n; k++) sum += x[i * n + k] * y[k * n + j];
                  z[i * n + j] = sum;
                }
              }
            }
            """;
    private static final String SCALE = """
            static void f(float *z, const float *x, const float *s, int n) {
              for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                  z[i * n + j] = x[j * n + i] * s[0];
            }
            """;
    private static final String CLAMP = """
            static float g(float x) { if (x > 2.0) x = 2.0; else x = x * 0.5; return x; }
            static void f(float *z, const float *x, int n) {
              for (int i = 0; i < n; i++) z[i] = g(x[i]);
            }
            """;

    private static final String ALIGNED = """
            void f(float *z, const float *x, int n) {
              for (int i = 0; i < n; i++) {
                z[i] = x[i] + 1;
                z[i + 64] = x[i + 1] - x[i];
              }
            }
            """;

    static List<Arguments> cases() {
        var call = "c[0] = f(a, n);";
        var dot = "c[0] = f(p, q, n);";
        var matmul = "f(a, b, c, n % 24);";
        var scale = "f(c, a, b, n % 24);";
        return List.of(
                Arguments.of("unroll", SUM, call),
                Arguments.of("unroll", AXPY, "f(c, a, b, b, n);"),
                Arguments.of("accumulators", SUM, call),
                Arguments.of("accumulators", GREATEST, call),
                Arguments.of("accumulators", DOT, dot),
                Arguments.of("vectorize", SUM, call),
                Arguments.of("vectorize", GREATEST, call),
                Arguments.of("vectorize", DOT, dot),
                Arguments.of("vectorize", AXPY, "f(c, a, b, b, n);"),
                Arguments.of("interchange", MATMUL, matmul),
                Arguments.of("interchange", SCALE, scale),
                Arguments.of("tile", SCALE, scale),
                Arguments.of("unroll-and-jam", MATMUL, matmul),
                Arguments.of("unroll-and-jam", SCALE, scale),
                Arguments.of("unroll-hint", MATMUL, matmul),
                Arguments.of("independent", SCALE, scale),
                Arguments.of("hoist", SCALE, scale),
                Arguments.of("hoist", AXPY, "f(c, a, b, b, n);"),
                Arguments.of("prefetch", AXPY, "f(c, a, b, b, n);"),
                Arguments.of("restrict", AXPY, "f(c, a, b, b, n);"),
                Arguments.of("select", GREATEST, call),
                Arguments.of("select", CLAMP, "f(c, a, n);"),
                Arguments.of("float-literals", CLAMP, "f(c, a, n);"),
                Arguments.of("distribute", ALIGNED, "f(c, a, n % 64);"),
                Arguments.of("assume-aligned", ALIGNED, "f(c, a, n % 64);"),
                Arguments.of("inline", CLAMP, "f(c, a, n);"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theChangedCodeComputesTheSame(String operator, String code, String call, @TempDir Path folder)
            throws IOException, InterruptedException {
        var changed = Applied.all(Applied.operator(operator, Dialect.C), code);
        assertFalse(changed.isEmpty(), operator + " found no place");
        var program = new StringBuilder(HEAD).append(code);
        var calls = new StringBuilder("case 0: " + call + " break;\n");
        for (int i = 0; i < changed.size(); i++) {
            program.append("#define f f_%d\n#define g g_%d\n".formatted(i, i))
                    .append(changed.get(i))
                    .append("#undef f\n#undef g\n");
            calls.append("case %d: %s break;\n".formatted(i + 1, call.replaceFirst("\\bf\\(", "f_" + i + "(")));
        }
        program.append(
                DRIVER.replace("VARIANTS", String.valueOf(changed.size() + 1)).replace("CALLS", calls));
        var results = new Gcc(folder).run(program.toString()).lines().toList();
        assertEquals(changed.size() + 1, results.size());
        for (int i = 0; i < changed.size(); i++) {
            assertNotEquals(code, changed.get(i));
            assertEquals(results.getFirst(), results.get(i + 1), changed.get(i));
        }
    }
}
