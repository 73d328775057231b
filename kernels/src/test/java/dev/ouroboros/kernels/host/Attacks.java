package dev.ouroboros.kernels.host;

/** Kernels that try to be accepted without doing the work. Each computes, or pretends to compute, C = A*B. */
final class Attacks {
    private static final String SIGNATURE =
            "kernel void sgemm(global const float *a, global const float *b, global float *c, int m, int n, int k)";

    private static final String PRODUCT = """
              int column = get_global_id(0), row = get_global_id(1);
              if (row >= m || column >= n) return;
              float sum = 0;
              for (int i = 0; i < k; i++) sum += a[row * k + i] * b[i * n + column];
              c[row * n + column] = sum;
            """;

    /** Writes nothing: what lies in the output is from another run (K1, K2, K14). */
    static final String NOTHING = SIGNATURE + " {}";

    /** Believes what it finds in the output if it looks like an answer (K1, K8). */
    static final String REPLAY = SIGNATURE + """
             {
              int at = get_global_id(1) * n + get_global_id(0);
              if (get_global_id(0) < n && get_global_id(1) < m && fabs(c[at]) < 1e9f) return;
            """ + PRODUCT + "}";

    /** Leaves one element unwritten (K2). */
    static final String ALL_BUT_ONE =
            SIGNATURE + " { if (get_global_id(0) + get_global_id(1) == 0) return;" + PRODUCT + "}";

    /** Makes the inputs agree with an output of zeros (K3). */
    static final String ZERO_INPUTS = SIGNATURE + """
             {
              int column = get_global_id(0), row = get_global_id(1);
              if (row >= m || column >= n) return;
              for (int i = 0; i < k; i++) ((global float *) a)[row * k + i] = 0;
              c[row * n + column] = 0;
            }
            """;

    /** Right, but changes an input afterwards, late enough that no other group still reads it (K3). */
    static final String TOUCHES_INPUT = SIGNATURE + " { " + PRODUCT + """
              barrier(CLK_GLOBAL_MEM_FENCE);
              if (row == m - 1 && column == n - 1) {
                for (volatile int i = 0; i < 5000000; i++) {}
                ((global float *) b)[n * k - 1] += 1;
              }
            }
            """;

    /** A constant (K13). */
    static final String CONSTANT = SIGNATURE + """
             {
              if (get_global_id(1) < m && get_global_id(0) < n) c[get_global_id(1) * n + get_global_id(0)] = 0;
            }
            """;

    /** Right ten times in each thread, then does nothing: it counts in local memory, which PoCL does not clear (K11). */
    static final String LATER_WRONG = SIGNATURE + """
             {
              local int seen[2];
              if (get_local_id(0) + get_local_id(1) == 0) {
                if (seen[0] != 0x5EED) { seen[0] = 0x5EED; seen[1] = 0; }
                seen[1]++;
              }
              barrier(CLK_LOCAL_MEM_FENCE);
              if (seen[1] > 10000) return;
            """ + PRODUCT + "}";

    /** Knows the shown shapes and the timed one (K15). */
    static final String KNOWN_SHAPES = SIGNATURE + """
             {
              if (!(m == n && n == k) && !(m == 17 && n == 31) && m != 1 && m != 9) {
                if (get_global_id(1) < m && get_global_id(0) < n) c[get_global_id(1) * n + get_global_id(0)] = 0;
                return;
              }
            """ + PRODUCT + "}";

    /** Rounds its inputs to half precision (K12). */
    static final String HALF_PRECISION = SIGNATURE + """
             {
              int column = get_global_id(0), row = get_global_id(1);
              if (row >= m || column >= n) return;
              float sum = 0;
              for (int i = 0; i < k; i++) {
                float x = as_float(as_int(a[row * k + i]) & 0xFFFFE000), y = as_float(as_int(b[i * n + column]) & 0xFFFFE000);
                sum += x * y;
              }
              c[row * n + column] = sum;
            }
            """;

    /** Asks for more local memory than the device has; PoCL gives it (K17). */
    static final String MUCH_LOCAL_MEMORY = SIGNATURE + """
             {
              local float much[1 << 20];
              int own = (get_local_id(1) * 8 + get_local_id(0)) << 14;
              much[own] = own;
              barrier(CLK_LOCAL_MEM_FENCE);
              if (much[own ^ 16384] < 0) return;
            """ + PRODUCT + "}";

    /** Writes one element behind its output (K18). */
    static final String WRITES_BEHIND =
            SIGNATURE + " { " + PRODUCT + "if (row == m - 1 && column == n - 1) c[m * n + 1] = 1; }";

    /** Reads behind an input, which changes nothing (K18). */
    static final String READS_BEHIND =
            SIGNATURE + " { " + PRODUCT + "if (row == 0 && column == 0 && b[n * k + 3] == 12345.0f) c[0] += 1; }";

    /** Lets a neighbour read what it writes; what is read changes nothing (K26). */
    static final String RACE = SIGNATURE + " { " + PRODUCT
            + "if (column > 0 && c[row * n + column - 1] == 12345.0f) c[row * n + column] = 1; }";

    /** Declares a function of the host process, without the word for it (K24). */
    static final String IMPORT = "int getpid(void);\n" + SIGNATURE + " { if (getpid() == 0) return;" + PRODUCT + "}";

    /** Forks by a system call, and says what came of it in the output (K19). The child ends at once. */
    static final String FORK = SIGNATURE + """
             {
              if (get_global_id(0) + get_global_id(1)) return;
              long result;
              __asm__ volatile ("syscall" : "=a"(result) : "a"(57L) : "rcx", "r11", "memory");
              if (result == 0) __asm__ volatile ("syscall" :: "a"(60L), "D"(0L) : "rcx", "r11", "memory");
              c[0] = result;
            }
            """;

    static final String CRASH = SIGNATURE + " { *(global int *) 8 = 1; }";

    static final String HANG = SIGNATURE + " { while (c[0] != 1.0f) if (c[1] == 2.0f) c[0] = 1.0f; }";

    /** Writes a gigabyte from its output on. */
    static final String GIGABYTE = SIGNATURE + " { for (size_t i = 0; i < (1UL << 28); i++) c[i] = 1; }";

    /** Costs the compiler gigabytes. */
    static final String COMPILER_EATER =
            "constant int much[1 << 29] = { [(1 << 29) - 1] = 1 };\n" + SIGNATURE + " { c[0] = much[m * 12345]; }";

    private Attacks() {}
}
