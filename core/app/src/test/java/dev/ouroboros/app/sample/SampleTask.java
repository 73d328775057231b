package dev.ouroboros.app.sample;

import java.util.List;

/** What the made-up run improves, and what its candidates say when they fail. */
record SampleTask(String name, String source, String kernel, List<Edit> edits, Messages messages, String output) {

    /** A change of the source and what it is worth, as the logarithm of its gain. */
    record Edit(String search, String replacement, double logGain, String why) {}

    /** What is said by a candidate that fails. */
    record Messages(String build, String incorrect, String guard, String timeout, String memory, String faulted) {}

    private static final String TOML = """
            name    = "%s"
            summary = "C = A·B in single precision, row-major, 512 × 512 × 512"

            [[parts]]
            name    = "kernel"
            layer   = "opencl"
            files   = ["sgemm.cl"]
              [parts.parameters]
              TILE_M = [1, 2, 4, 6, 8]
              TILE_N = [1, 2, 4, 8]
              UNROLL = [1, 2, 4, 8]
              VECTOR = [1, 2, 4, 8, 16]
              GROUP_X = [1, 4, 8, 16, 32, 64]
              GROUP_Y = [1, 2, 4, 8, 16]

            [[objectives]]
            metric = "throughput"
            unit   = "GFLOP/s"
            goal   = "maximize"

            [[objectives]]
            metric = "registers"
            goal   = "minimize"

            [[objectives]]
            metric = "never-measured"
            goal   = "minimize"

            [accept]
            minimum-gain = 0.01
            confidence   = 0.999
            """;

    private static final String KERNEL = """
            // C = A * B, row-major, one work-item a tile of C.
            __kernel void sgemm(const int n,
                                __global const float* a,
                                __global const float* b,
                                __global float* c) {
              const int row = get_global_id(1) * TILE_M;
              const int col = get_global_id(0) * TILE_N;
              for (int i = 0; i < TILE_M; i++) {
                for (int j = 0; j < TILE_N; j++) {
                  float sum = 0.0f;
                  for (int k = 0; k < n; k++) {
                    sum += a[(row + i) * n + k] * b[k * n + col + j];
                  }
                  c[(row + i) * n + col + j] = sum;
                }
              }
            }
            """;

    static final SampleTask PLAIN = new SampleTask(
            "sgemm",
            TOML.formatted("sgemm"),
            KERNEL,
            List.of(
                    new Edit(
                            "sum += a[(row + i) * n + k] * b[k * n + col + j];",
                            "sum = fma(a[(row + i) * n + k], b[k * n + col + j], sum);",
                            Math.log(1.21),
                            "contract multiply and add into one fma"),
                    new Edit(
                            "    for (int j = 0; j < TILE_N; j++) {\n      float sum = 0.0f;",
                            "    __global const float* left = a + (row + i) * n;\n"
                                    + "    for (int j = 0; j < TILE_N; j++) {\n      float sum = 0.0f;",
                            Math.log(1.12),
                            "hoist the address of the row out of the inner loops"),
                    new Edit(
                            "__global const float* a,",
                            "__global const float* restrict a,",
                            Math.log(1.0103),
                            "promise the compiler that a does not overlap c")),
            new Messages(
                    """
                    error: sgemm.cl:12:31: expected ';' after expression
                        sum += a[(row + i) * n + k] * b[k * n + col + j]
                                                                        ^
                    1 error generated.""",
                    "output c differs at [17, 203]: expected 12.4817 ± 0.0012, found 12.9344 (shape 96 × 48 × 33)",
                    "wrote outside of c: 64 poisoned bytes after the buffer changed",
                    "no answer within 10 s at shape 512 × 512 × 512",
                    "the worker asked for more than 4 GiB",
                    "the worker did not start: Resource temporarily unavailable"),
            "count");

    private static final String EVIL = "</pre></style></script><script>document.title='owned';console.error('owned')"
            + "</script><img src=x onerror=\"console.error('owned')\"> \u202Egnp.exe \u0007\u001B[31m &amp; \"'`";

    static final SampleTask HOSTILE = new SampleTask(
            "sgemm " + EVIL,
            TOML.formatted("x").replace("C = A·B", "<script>console.error('summary')</script>"),
            "// " + EVIL + "\n" + KERNEL,
            List.of(new Edit(
                    "float sum = 0.0f;",
                    "float sum = 0.0f; /* " + EVIL + " */ // ]]> --> <!-- <svg/onload=console.error(1)>",
                    Math.log(1.5),
                    "because " + EVIL)),
            new Messages(EVIL, EVIL + EVIL, EVIL, EVIL, EVIL, EVIL),
            EVIL.replace(' ', '_'));
}
