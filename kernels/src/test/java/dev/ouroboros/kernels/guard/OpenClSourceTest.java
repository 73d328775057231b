package dev.ouroboros.kernels.guard;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.guard.SourceGuard;
import dev.ouroboros.cfamily.guard.Suspicion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenClSourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asm(\"syscall\");",
                "__asm__ volatile (\"\");",
                "__asm(\"\");",
                "as\\\nm(\"\");",
                "as\\ \t\nm(\"\");",
                "as\\\r\nm(\"\");",
                "#define A asm",
                "#if 0\nasm(\"\");\n#endif",
                "#define J(x, y) x##y\nJ(as, m)(\"\");",
                "#define J(x, y, z) x##y##z\nJ(a, s, m)(\"\");",
                "#define J(x, y) x##y\nJ(__bui, ltin_trap)();",
                "#define J(x, y) x##y\nJ(__attri, bute__)((constructor))",
                "%:include \"/etc/passwd\"",
                "#include \"/etc/passwd\"",
                "# /* */ include </etc/passwd>",
                "#\\\ninclude </etc/passwd>",
                "#import \"x\"",
                "#include_next <x>",
                "#embed \"/etc/passwd\"",
                "#line 1 \"x\"",
                "??=include \"x\"",
                "#pragma weak malloc",
                "#pragma redefine_extname a b",
                "#pragma clang attribute push(x)",
                "#pragma OPENCL EXTENSION __cl_clang_function_pointers : enable",
                "#pragma OPENCL EXTENSION all : enable",
                "_Pragma(\"weak malloc\")",
                "void f(void) __attribute__((constructor));",
                "int x __attribute__((aligned(4), section(\".init_array\")));",
                "void f(void) __attribute((alias(\"g\")));",
                "#define A ((ifunc(\"g\")))\nvoid f(void) __attribute__ A;",
                "#define aligned constructor",
                "#define __attribute__ x",
                "[[gnu::constructor]] void f(void);",
                "__builtin_trap();",
                "__sync_synchronize();",
                "extern int system(const char *);",
                "printf(\"passed\");",
                "x: goto *p;",
                "int \\u0061sm;",
                "int a\u0000sm;",
                "char *s = \"",
                "/* no end",
            })
    void whatOnlyAnAttackNeedsIsRefused(String source) {
        var suspicion =
                assertThrows(Suspicion.class, () -> SourceGuard.check(OpenClSource.DIALECT, "k.cl", source), source);
        assertTrue(String.valueOf(suspicion.getMessage()).matches("(?s)k\\.cl:\\d+: refused: .*"), suspicion::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int basm, asmb, _asm_, plasma;",
                "// asm(\"syscall\")\n/* #include \"x\" __builtin_trap extern */ int x;",
                "constant char s[] = \"asm include \\\" // no comment\";",
                "#define CAT_(x, y) x##y\n#define CAT(x, y) CAT_(x, y)\nCAT(float, 16) v = CAT(vload, 16)(0, p);",
                "#pragma unroll 4\n#pragma OPENCL EXTENSION cl_khr_fp64 : enable\n#pragma OPENCL FP_CONTRACT ON",
                "#define UNROLL(n) __attribute__((opencl_unroll_hint(n)))\nUNROLL(4) for (;;) x = a[b[i]] ? 1 : 0;",
                "kernel __attribute__((reqd_work_group_size(8, WG_Y, 1))) void f(void) {}",
                "local float tile[8] __attribute__((__aligned__(64), unused));",
                "float x = 1e-3f + .5e+2f - 0x1.8p-3f; x <<= 1; if (a < b && c->d) x = a<b;",
                "#if defined(X) && X > 1 // one \\\n two\n#define Y 1 \\\n + 2\n#endif",
                "#\n# define X\n",
            })
    void whatLooksAlikePasses(String source) {
        assertDoesNotThrow(() -> SourceGuard.check(OpenClSource.DIALECT, "k.cl", source));
    }

    @Test
    void aRefusalNamesTheLine() {
        var suspicion = assertThrows(
                Suspicion.class,
                () -> SourceGuard.check(
                        OpenClSource.DIALECT, "k.cl", "int a;\n/* two\n lines */ int b; \\\n as\\\nm();"));
        assertTrue(String.valueOf(suspicion.getMessage()).startsWith("k.cl:4: "), suspicion::toString);
    }
}
