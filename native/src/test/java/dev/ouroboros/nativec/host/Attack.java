package dev.ouroboros.nativec.host;

import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.engine.evaluation.Reason;
import java.util.List;
import java.util.Set;

/**
 * A kernel that tries to be accepted without doing the work, or to do more than compute.
 *
 * @param name what it does, and its number in the list of attacks
 * @param stage that must refuse it
 * @param without defences without which it passes the check of answers; empty if no switch lets it through
 * @param twin an honest kernel that looks alike
 */
record Attack(String name, String stage, Reason reason, Set<Defence> without, String source, String twin) {
    private static final String HEAD = """
            #include <stddef.h>
            #include <stdint.h>
            #include <math.h>
            #include <string.h>
            static void honest(int m, int n, int k, const float *a, const float *b, float *c) {
              for (int i = 0; i < m; i++)
                for (int j = 0; j < n; j++) {
                  float sum = 0;
                  for (int p = 0; p < k; p++) sum += a[i * k + p] * b[p * n + j];
                  c[i * n + j] = sum;
                }
            }
            """;

    private static final String SIGNATURE =
            "\nvoid product(int m, int n, int k, const float *a, const float *b, float *c) ";
    private static final String WORK = " honest(m, n, k, a, b, c); ";
    private static final String PLAIN = kernel("", WORK);

    static final List<Attack> ALL = List.of(
            built("ends the process with success (J5)", "void exit(int);", "exit(0);", "int exited = m; (void)exited;"),
            built(
                    "writes a result of its own to every descriptor (J7, J10)",
                    "long write(int, const void *, size_t);",
                    "for (int i = 0; i < 32; i++) write(i, \"ouroboros\", 9);",
                    "const char *write = \"ouroboros\"; (void)write;"),
            built(
                    "overwrites the parser of its result (J6)",
                    "int rename(const char *, const char *);",
                    WORK + "rename(\"/proc/self/cwd/mine\", \"/proc/1/exe\");",
                    WORK + "const char *parser = \"/proc/1/exe\"; (void)parser;"),
            new Attack(
                    "calls the reference (J32)",
                    "check",
                    Reason.BUILD,
                    Set.of(),
                    kernel(
                            "void matmul(int, int, int, const float *, const float *, float *);",
                            "matmul(m, n, k, a, b, c);"),
                    kernel("static int matmul(int m) { return m; }", WORK + "(void)matmul(m);")),
            new Attack(
                    "calls the reference if it is there (J32)",
                    "inspect",
                    Reason.GUARD,
                    Set.of(),
                    kernel(
                            "__attribute__((weak)) void matmul(int, int, int, const float *, const float *, float *);",
                            "if (matmul) matmul(m, n, k, a, b, c); else {" + WORK + "}"),
                    kernel("__attribute__((unused)) static void matmul(void) {}", WORK)),
            built(
                    "changes how its process rounds, for whoever comes next (J34)",
                    "int fesetround(int);",
                    WORK + "fesetround(0x400);",
                    WORK + "int fesetround = 0x400; (void)fesetround;"),
            new Attack(
                    "slows its process down by the state of its arithmetic (J34)",
                    "inspect",
                    Reason.GUARD,
                    Set.of(),
                    kernel("", WORK + "__builtin_ia32_ldmxcsr(0x1f80u & ~0x8040u);"),
                    kernel("", WORK + "unsigned state = 0x1f80u & ~0x8040u; (void)state;")),
            built(
                    "reads its process' memory (J8, J12)",
                    "int open(const char *, int, ...);",
                    WORK + "open(\"/proc/self/mem\", 2);",
                    WORK + "const char *path = \"/proc/self/mem\"; (void)path;"),
            built(
                    "makes code writable (J9)",
                    "int mprotect(void *, size_t, int);",
                    WORK + "mprotect((void *)((uintptr_t)c & ~(uintptr_t)4095), 4096, 7);",
                    WORK),
            built(
                    "starts a thread that goes on (J11)",
                    "int pthread_create(unsigned long *, const void *, void *(*)(void *), void *);\n"
                            + "static void *later(void *c) { return c; }",
                    WORK + "unsigned long id; pthread_create(&id, 0, later, c);",
                    WORK),
            built(
                    "reads a file (J14)",
                    "struct file; struct file *fopen(const char *, const char *); int fclose(struct file *);",
                    WORK + "struct file *f = fopen(\"/etc/passwd\", \"r\"); if (f) fclose(f);",
                    WORK),
            built(
                    "loads another library (K24)",
                    "void *dlopen(const char *, int);",
                    WORK + "dlopen(\"libopenblas.so.0\", 1);",
                    WORK),
            new Attack(
                    "calls a library that is not there (K24)",
                    "check",
                    Reason.BUILD,
                    Set.of(),
                    kernel("void cblas_sgemm(int, int, int);", WORK + "cblas_sgemm(m, n, k);"),
                    kernel("static void cblas(int m) { (void)m; }", WORK + "cblas(m);")),
            new Attack(
                    "computes when it is loaded (J26)",
                    "inspect",
                    Reason.GUARD,
                    Set.of(Defence.IMPORTS),
                    kernel(
                            "static float early; __attribute__((constructor)) static void init(void) { early = 1; }",
                            WORK + "if (early == 2) c[0] = 0;"),
                    kernel("static const float early = 1;", WORK + "if (early == 2) c[0] = 0;")),
            new Attack(
                    "runs when it is loaded, without an attribute (J26)",
                    "check",
                    Reason.GUARD,
                    Set.of(Defence.IMPORTS),
                    kernel("void _init(void) {}", WORK),
                    kernel("void init(void) {}", WORK)),
            new Attack(
                    "enters the system by assembly (K19)",
                    "inspect",
                    Reason.GUARD,
                    Set.of(Defence.IMPORTS),
                    kernel(
                            "",
                            WORK
                                    + "long r; __asm__ volatile(\"syscall\" : \"=a\"(r) : \"a\"(39L) : \"rcx\", \"r11\");"),
                    kernel("", WORK + "long assembly = m; (void)assembly;")),
            new Attack(
                    "leaves its output as it is (K2, K14, J27)",
                    "check",
                    Reason.INCORRECT,
                    Set.of(Defence.POISON, Defence.FRESH_INPUTS),
                    kernel("", "(void)a;"),
                    PLAIN),
            new Attack(
                    "leaves one element as it is (K2)",
                    "check",
                    Reason.INCORRECT,
                    Set.of(Defence.POISON, Defence.FRESH_INPUTS),
                    kernel("", "float first = c[0];" + WORK + "c[0] = first;"),
                    kernel("", WORK + "float first = c[0]; c[0] = first;")),
            new Attack(
                    "replays an answer it finds (K8)",
                    "check",
                    Reason.INCORRECT,
                    Set.of(Defence.POISON, Defence.FRESH_INPUTS),
                    kernel("", "if (c[0] == c[0] && c[m * n - 1] == c[m * n - 1]) return;" + WORK),
                    kernel("", "if (a[0] != a[0]) return;" + WORK)),
            new Attack(
                    "remembers pointers (K7)",
                    "check",
                    Reason.GUARD,
                    Set.of(Defence.IMPORTS, Defence.POISON, Defence.FRESH_INPUTS),
                    kernel("static const float *known;", "if (known == a) return;" + WORK + "known = a;"),
                    kernel("", "const float *known = a; if (!known) return;" + WORK)),
            new Attack(
                    "is right ten times, then does nothing (K9, K11)",
                    "check",
                    Reason.GUARD,
                    Set.of(Defence.IMPORTS),
                    kernel("static int calls;", "if (calls++ > 100) return;" + WORK),
                    kernel("", "int calls = 0; if (calls++ > 100) return;" + WORK)),
            new Attack(
                    "changes an input behind the answer (K3)",
                    "check",
                    Reason.INCORRECT,
                    Set.of(Defence.KEPT_INPUTS),
                    kernel("", WORK + "((float *)b)[n * k - 1] += 1;"),
                    kernel("", WORK + "((float *)c)[0] += 0;")),
            new Attack(
                    "answers with no number (J13)",
                    "check",
                    Reason.INCORRECT,
                    Set.of(),
                    kernel("", "for (int i = 0; i < m * n; i++) c[i] = NAN;"),
                    kernel("", "for (int i = 0; i < m * n; i++) c[i] = NAN;" + WORK)),
            new Attack(
                    "answers with a constant (K13)",
                    "check",
                    Reason.INCORRECT,
                    Set.of(),
                    kernel("", "memset(c, 0, sizeof(float) * m * n);"),
                    kernel("", "memset(c, 0, sizeof(float) * m * n);" + WORK)),
            new Attack(
                    "computes in half precision (K12)",
                    "check",
                    Reason.INCORRECT,
                    Set.of(),
                    kernel(
                            "",
                            WORK + "for (int i = 0; i < m * n; i++) { uint32_t u; memcpy(&u, c + i, 4);"
                                    + " u &= 0xFFFFE000; memcpy(c + i, &u, 4); }"),
                    kernel(
                            "",
                            WORK + "for (int i = 0; i < m * n; i++) { uint32_t u; memcpy(&u, c + i, 4);"
                                    + " u &= 0xFFFFFFFE; memcpy(c + i, &u, 4); }")),
            new Attack(
                    "knows the shown shapes (K15)",
                    "held-out",
                    Reason.INCORRECT,
                    Set.of(),
                    kernel(
                            "",
                            "if (m == 17 || m == 1 || m == 64) {" + WORK
                                    + "} else memset(c, 0, sizeof(float) * m * n);"),
                    kernel("", "if (m == 17 || m == 1 || m == 64) {" + WORK + "} else {" + WORK + "}")),
            new Attack(
                    "writes behind its output (K18, J30)",
                    "check",
                    Reason.INCORRECT,
                    Set.of(),
                    kernel("", WORK + "c[m * n + 1] = 1;"),
                    kernel("", WORK + "c[m * n - 1] += 0;")),
            new Attack(
                    "reads behind an input (K18)",
                    "sanitize",
                    Reason.INCORRECT,
                    Set.of(Defence.IMPORTS),
                    kernel("", WORK + "if (b[n * k] == 12345.0f) c[0] += 1;"),
                    kernel("", WORK + "if (b[n * k - 1] == 12345.0f) c[0] += 1;")),
            new Attack(
                    "overflows a number on the way (undefined behaviour that happens to work)",
                    "sanitize",
                    Reason.INCORRECT,
                    Set.of(Defence.IMPORTS),
                    kernel("", WORK + "volatile int much = 0x7FFFFFFF; much = much + m;"),
                    kernel("", WORK + "volatile unsigned much = 0x7FFFFFFF; much = much + m;")),
            new Attack(
                    "includes a file of its own choice (K20)",
                    "inspect",
                    Reason.GUARD,
                    Set.of(),
                    "#include \"/etc/passwd\"\n" + PLAIN,
                    "#include <float.h>\n" + PLAIN));

    private static Attack built(String name, String declarations, String body, String twin) {
        return new Attack(
                name,
                "check",
                Reason.GUARD,
                Set.of(),
                kernel(declarations, body),
                kernel("", twin.contains("honest(") ? twin : twin + WORK));
    }

    static String kernel(String declarations, String body) {
        return HEAD + declarations + SIGNATURE + "{ " + body + " }\n";
    }

    @Override
    public String toString() {
        return name;
    }
}
