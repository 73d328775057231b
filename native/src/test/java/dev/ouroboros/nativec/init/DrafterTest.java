package dev.ouroboros.nativec.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.nativec.task.NativeTask;
import dev.ouroboros.nativec.task.NativeTaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrafterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "void f(const float *x, float *y, int n) { y[n - 1] = x[0]; }"
                        + "|void f(const float *x, float *y, int n)",
                "uint32_t crc(const uint8_t *p, size_t n) { return p[n - 1]; }"
                        + "|uint32_t crc(const uint8_t *p, size_t n)",
                "int dot(int n, const short a[], const short b[restrict]) { return a[0] * b[n - 1]; }"
                        + "|int dot(int n, const short *a, const short *b)",
                "unsigned long adler(unsigned long adler, const unsigned char *buf, unsigned len) { return adler + buf[len - 1]; }"
                        + "|unsigned long adler(unsigned long adler, const unsigned char *buf, unsigned len)",
                "static int help(int x) { return x; } double mean(double const *restrict v, int count) { return help(1) + v[count - 1]; }"
                        + "|double mean(const double *v, int count)",
                "int cmp(const char *a, size_t la, const char *b, size_t lb) { return a[la - 1] - b[lb - 1]; }"
                        + "|int cmp(const char *a, size_t la, const char *b, size_t lb)",
                "uint64_t hash(const void *key, int len, uint64_t seed) { return seed + len + (key != 0); }"
                        + "|uint64_t hash(const void *key, int len, uint64_t seed)"
            })
    void aTypicalFunctionBecomesATaskThatReads(String source, String declaration) throws Exception {
        NativeTask task = read(draft("#include <stdint.h>\n#include <stddef.h>\n" + source, null));
        assertEquals(declaration, task.declaration());
    }

    @Test
    void aLengthBehindItsBufferIsThatBuffers() throws Exception {
        Draft draft = draft("int cmp(const char *a, size_t la, const char *b, size_t lb) { return 0; }", null);
        String text = draft.files().getOrDefault("task.toml", "");
        assertTrue(text.contains("name = \"b\", type = \"char\", shape = [\"lb\"]"), text);
    }

    @Test
    void theLastOfSeveralIsTakenUnlessOneIsNamed() throws Exception {
        String source = "void one(float *x, int n) {}\nvoid two(float *x, int n) {}";
        assertEquals("two", draft(source, null).name());
        assertEquals("one", draft(source, "one").name());
        assertTrue(draft(source, null).guesses().getFirst().contains("one, two"));
    }

    @Test
    void whatCannotBeFilledIsNamed() {
        var failure = assertThrows(DraftException.class, () -> draft("void f(struct node *list) {}", null));
        assertTrue(String.valueOf(failure.getMessage()).contains("struct node *list"), failure::getMessage);
        assertThrows(DraftException.class, () -> draft("char *f(const char *s, int n) { return 0; }", null));
        assertThrows(DraftException.class, () -> draft("static void f(float *x, int n) {}", null));
        assertThrows(DraftException.class, () -> draft("int f(int x) { return x; }", null));
    }

    @Test
    void whatLoopsCountUpToIsASizeAndWhatTheyMultiplyMakesTheIndex() throws Exception {
        var draft = draft("""
                void mean(float *x, int batch, int filters, int spatial, float *mean) {
                  #pragma omp parallel for
                  for (int i = 0; i < filters; ++i) {
                    mean[i] = 0;
                    for (int j = 0; j < batch; ++j)
                      for (int k = 0; k < spatial; ++k) mean[i] += x[j * filters * spatial + i * spatial + k];
                    mean[i] *= 1. / (batch * spatial);
                  }
                }
                """, null);
        String text = draft.files().getOrDefault("task.toml", "");
        assertTrue(text.contains("shape = [\"batch * filters * spatial\"]"), text);
        assertTrue(text.contains("timed     = { batch = 96, filters = 96, spatial = 96 }"), text);
    }

    @Test
    void aMatrixOfAnyTwoSizesIsEnoughIfNoneAreMultiplied() throws Exception {
        var draft = draft("""
                void gemm(int M, int N, int K, float *A, int lda, float *C, int ldc) {
                  for (int i = 0; i < M; ++i)
                    for (int k = 0; k < K; ++k) C[i * ldc] += A[i * lda + k] * N;
                }
                """, null);
        assertTrue(
                draft.files().getOrDefault("task.toml", "").contains("shape = [\"max(M, N, K, lda, ldc) ** 2\"]"),
                draft::toString);
    }

    @Test
    void whatIsRoundedInTheSeedIsAllowedFor() throws Exception {
        var draft = draft("void sums(float *x, int n) { for (int i = 1; i < n; i++) x[i] += x[i - 1]; }", null);
        assertTrue(draft.files().getOrDefault("task.toml", "").contains("tolerance = 1e-4"), draft::toString);
        assertTrue(draft.guesses().stream().anyMatch(guess -> guess.contains("tolerance")), draft::toString);
        assertFalse(draft("void f(int *x, int n) { x[0] = n; }", null)
                .files()
                .getOrDefault("task.toml", "")
                .contains("tolerance"));
    }

    @Test
    void whatTheGuardRefusesIsSaidAtOnce() {
        var failure =
                assertThrows(DraftException.class, () -> draft("void f(float *x, int n) { __asm__(\"nop\"); }", null));
        assertTrue(String.valueOf(failure.getMessage()).contains("kernel.c:1"), failure::getMessage);
    }

    private Draft draft(String source, @Nullable String entry) throws Exception {
        return Drafter.draft(Files.writeString(folder.resolve("kernel.c"), source), entry);
    }

    private NativeTask read(Draft draft) throws Exception {
        for (Map.Entry<String, String> file : draft.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Task task = TaskReader.read(folder, Set.of("c"));
        return NativeTaskReader.read(task.parts().getFirst());
    }
}
