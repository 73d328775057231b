package dev.ouroboros.cfamily.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionalsTest {

    @Test
    void whatAParameterSwitchesOffIsBlankAndKeepsItsPlace() {
        var text = "#if TILE > 1\nint a;\n#elif TILE == 1\nint b;\n#else\nint c;\n#endif\nint d;\n";
        var masked = Conditionals.mask(text, Map.of("TILE", "1"));
        assertEquals(text.length(), masked.length());
        assertEquals(text.indexOf("int b;"), masked.indexOf("int b;"));
        assertEquals("int b; int d;", words(masked));
    }

    @Test
    void aDefaultCountsUnlessTheBuildSaysOtherwise() {
        var text = "#ifndef FOLD\n#define FOLD 0\n#endif\n#if FOLD && !SLOW\nint a;\n#else\nint b;\n#endif\n";
        assertEquals("#define FOLD 0 int b;", words(Conditionals.mask(text, Map.of())));
        assertEquals("int a;", words(Conditionals.mask(text, Map.of("FOLD", "1"))));
    }

    @Test
    void whatOnlyTheCompilerKnowsIsLeftAsItStands() {
        var text = "#if N > 0 && defined(__AVX2__)\nint a;\n#else\nint b;\n#endif\n";
        assertEquals(text, Conditionals.mask(text, Map.of("N", "1")));
    }

    @Test
    void aConditionalInsideWhatIsSwitchedOffIsSwitchedOffAsAWhole() {
        var text = "#if 0\n#if defined(__X__)\nint a;\n#else\nint b;\n#endif\n#endif\nint c;\n";
        assertEquals("int c;", words(Conditionals.mask(text, Map.of())));
    }

    @Test
    void theGrammarGetsOnlyWhatItKnows() {
        var text = """
                __kernel __attribute__((reqd_work_group_size(X, Y, 1)))
                void f(__global float *restrict a, const int n) {
                  UNROLLED
                  for (int i = 0; i < n; i++) a[i] = 0.0f;  // \u00e4
                  __attribute__((opencl_unroll_hint(4))) for (int i = 0; i < n; i++) a[i] += 1.0f;
                }
                """;
        var source = Source.parse(text, Dialect.OPENCL, Map.of());
        assertTrue(source.root().sound());
        assertEquals(2, source.root().all("for_statement").count());
        assertTrue(source.root()
                .all("for_statement")
                .allMatch(loop -> source.text(loop).startsWith("for (")));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
