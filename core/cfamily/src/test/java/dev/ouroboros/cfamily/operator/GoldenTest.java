package dev.ouroboros.cfamily.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.syntax.Dialect;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators make of code, to read. */
class GoldenTest {
    private static final String SUM = """
            float sum(const float *x, int n) {
              float s = 0.0f;
              for (int i = 0; i < n; i++) s += x[i];
              return s;
            }
            """;
    private static final String NEST = """
            void f(float *z, int n) {
              for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) z[j * n + i] = i;
            }
            """;

    @Test
    void unroll() {
        assertMade("unroll", SUM, """
                float sum(const float *x, int n) {
                  float s = 0.0f;
                  {
                    int i = 0;
                    for (; i + 1 < n;) {
                      { s += x[i]; } i++;
                      { s += x[i]; } i++;
                    }
                    for (; i < n; i++) { s += x[i]; }
                  }
                  return s;
                }
                """);
    }

    @Test
    void accumulators() {
        assertMade("accumulators", SUM, """
                float sum(const float *x, int n) {
                  float s = 0.0f;
                  {
                    int i = 0;
                    float s_1 = 0;
                    for (; i + 1 < n; i += 2) {
                      s += x[i];
                      s_1 += x[(i + 1)];
                    }
                    s += s_1;
                    for (; i < n; i++) { s += x[i]; }
                  }
                  return s;
                }
                """);
    }

    @Test
    void vectorize() {
        assertMade("vectorize", SUM, """
                float sum(const float *x, int n) {
                  float s = 0.0f;
                  {
                    typedef float floatx4 __attribute__((vector_size(16), aligned(4), may_alias));
                    int i = 0;
                    floatx4 s_v0 = (floatx4){} + (float)(0);
                    for (; i + 3 < n; i += 4) {
                      s_v0 += *(const floatx4 *)&x[i];
                    }
                    for (int lane = 0; lane < 4; lane++) s += s_v0[lane];
                    for (; i < n; i++) { s += x[i]; }
                  }
                  return s;
                }
                """);
    }

    @Test
    void interchange() {
        assertMade("interchange", NEST, """
                void f(float *z, int n) {
                  for (int j = 0; j < n; j++) {
                    for (int i = 0; i < n; i++) { z[j * n + i] = i; }
                  }
                }
                """);
    }

    @Test
    void tile() {
        assertMade("tile", NEST, """
                void f(float *z, int n) {
                  {
                    for (int j_block = 0; j_block < n; j_block += 16)
                    for (int i = 0; i < n; i++)
                    for (int j = j_block; j < n && j < j_block + 16; j++) { z[j * n + i] = i; }
                  }
                }
                """);
    }

    @Test
    void restrict() {
        assertMade(
                "restrict",
                "void f(float *a, const int *b) {}\n",
                "void f(float *restrict a, const int *restrict b) {}\n");
    }

    @Test
    void floatLiterals() {
        assertMade(
                "float-literals",
                "float f(float x) { return exp(x) * 2.0 + 1e3 + 4 + 1.5f; }\n",
                "float f(float x) { return expf(x) * 2.0f + 1e3f + 4 + 1.5f; }\n");
    }

    @Test
    void aHintGoesWithTheLoopItWasFor() {
        for (var hint : List.of("#pragma GCC unroll 4\n", "UNROLLED\n", "__attribute__((opencl_unroll_hint(4)))\n")) {
            var hinted = SUM.replace("  for", hint + "  for");
            for (var made : Applied.all(Applied.operator("unroll", Dialect.C), hinted)) {
                assertFalse(made.contains(hint.strip()), made);
            }
        }
    }

    @Test
    void aReductionOverWhatItChangesIsLeftAlone() {
        var code = "int f(int *x, int n) { int s = 0; for (int i = 0; i < n; i++) s += s * x[i]; return s; }\n";
        assertEquals(List.of(), Applied.all(Applied.operator("accumulators", Dialect.C), code));
        assertEquals(List.of(), Applied.all(Applied.operator("vectorize", Dialect.C), code));
    }

    @Test
    void aLoopThatIsLeftEarlyIsNotUnrolled() {
        var code = "int f(int *x, int n) { for (int i = 0; i < n; i++) if (x[i]) return i; return n; }\n";
        assertEquals(List.of(), Applied.all(Applied.operator("unroll", Dialect.C), code));
    }

    @Test
    void brokenCodeIsNoReasonToFail() {
        for (var operator : Applied.operators(Dialect.C)) {
            assertTrue(Applied.all(operator, "void f( { for (int i = 0; i <").isEmpty(), operator.name());
        }
    }

    private static void assertMade(String operator, String before, String after) {
        assertEquals(
                after,
                Applied.all(Applied.operator(operator, Dialect.C), before).getFirst());
    }
}
