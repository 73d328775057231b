package dev.ouroboros.java.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.layer.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaOperatorsTest {
    private static final String PATH = "code/A.java";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                interchange | for (int i = 0; i < n; i++) { for (int j = 0; j < m; j++) { a[i][j] = 0; } } | for (int j = 0; j < m; j++) { for (int i = 0; i < n; i++) { a[i][j] = 0; } }
                compare-in-place | if (s.substring(i, i + 2).equals(t)) { } | if (s.startsWith(t, i)) { }
                leap | for (int i = 0; i < n; i++) { if (s.startsWith(t, i)) { k++; } } | for (int i = s.indexOf(t, 0); i >= 0 && i < n; i = s.indexOf(t, i + 1)) { k++; }
                unbox | Integer k = 1; | int k = 1;
                room | List<Long> x = new ArrayList<>(); | List<Long> x = new ArrayList<>(64);
                collection | List<Long> x = new ArrayList<>(); x.remove(0); | java.util.LinkedHashSet<Long> x = new java.util.LinkedHashSet<>(); x.removeFirst();
                select | if (x < y) { z = x; } else { z = y; } | z = x < y ? x : y;
                select | z = Math.max(x, y); | z = (x > y ? x : y);
                select | z = x < y ? x : y; | z = Math.min(x, y);
                hoist | while (i < s.length()) { i++; } | { final var kept0 = s.length(); while (i < kept0) { i++; } }
                hoist-row | while (i < n) { s += a[k][i++]; } | { final var kept0 = a[k]; while (i < n) { s += kept0[i++]; } }
                delete | a(); b(); | b();
                copy | a(); b(); | a(); a(); b();
                swap | a(); b(); | b(); a();
                exit | while (true) { if (c) { d(); } } | while (true) { if (c) { d(); break; } }
                constant | f(3); | f(4);
                operator | if (a < b) { } | if (a <= b) { }
                condition | if (a && b) { } | if (b && a) { }
                char-array | k = s.charAt(i) + s.length(); | final char[] sChars0 = s.toCharArray(); k = sChars0[i] + sChars0.length;
                scatter | for (int j = 0; j < n; j++) { int q = 0; for (int k = 0; k < m; k++) { q += b[k][j]; } c[j] = q; } | for (int j = 0; j < n; j++) { c[j] = 0; } for (int k = 0; k < m; k++) { for (int j = 0; j < n; j++) { c[j] += b[k][j]; } }
                carry | for (int j = 1; j < n; j++) { a[j] = a[j - 1] + 1; } | { int carried0 = a[1 - 1]; for (int j = 1; j < n; j++) { a[j] = carried0 = carried0 + 1; } }
                """)
    void makesOneOfItsChanges(String operator, String before, String after) throws Exception {
        String source = source(before);
        List<String> made = new ArrayList<>();
        for (Patch patch : named(operator).patches(artifact(source))) {
            made.add(words(Patches.apply(artifact(source), patch, new EditScope(Set.of(PATH)))
                    .text(PATH)));
        }
        assertTrue(made.contains(words(source(after))), () -> operator + " makes " + made);
    }

    @Test
    void leavesTheRestOfTheTextAsItIs() throws Exception {
        String source = "/* ä */ class  A{\n\tint f( int k )   {\n\t\tInteger  b = k ;// why\n\t\treturn b;}}\n";
        Patch patch = named("unbox").patches(artifact(source)).getFirst();
        assertEquals(
                source.replace("Integer", "int"),
                Patches.apply(artifact(source), patch, new EditScope(Set.of(PATH)))
                        .text(PATH));
    }

    @Test
    void whatEveryOperatorMakesCanBeParsed() throws Exception {
        String source = source("""
                int[][] d = new int[n + 1][n + 1];
                for (int i = 1; i <= n; i++) {
                    for (int j = 1; j <= n; j++) {
                        int cost = s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1;
                        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                    }
                }
                int sum = 0;
                for (int j = 0; j < n; j++) sum += d[j][j];
                """);
        int patches = 0;
        for (Operator operator : JavaOperators.of("code", List.of("A.java"), "f")) {
            for (Patch patch : operator.patches(artifact(source))) {
                String made = Patches.apply(artifact(source), patch, new EditScope(Set.of(PATH)))
                        .text(PATH);
                assertNotNull(Source.parse(made, "f"), () -> operator.name() + " makes " + made);
                patches++;
            }
        }
        assertTrue(patches > 100, patches + " patches");
    }

    @Test
    void aFileThatIsNoJavaHasNoPlaceForAny() {
        for (Operator operator : JavaOperators.of("code", List.of("A.java"), "f")) {
            assertEquals(List.of(), operator.patches(artifact("class {")));
        }
    }

    private static Operator named(String name) {
        return JavaOperators.of("code", List.of("A.java"), "f").stream()
                .filter(operator -> operator.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String source(String body) {
        return "class A { int[] a; void f(String s, String t) {\n" + body + "\n} }";
    }

    private static Artifact artifact(String source) {
        return Artifact.of(Map.of()).with(PATH, source);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
