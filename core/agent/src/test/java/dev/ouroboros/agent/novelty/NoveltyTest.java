package dev.ouroboros.agent.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoveltyTest {
    private static final double SIMILARITY = 0.992;
    private static final List<String> LINES = lines();

    private final Counting embedder = new Counting();
    private final Novelty novelty = new Novelty(embedder, SIMILARITY);

    @Test
    void otherNamesCommentsAndWhiteSpaceAreNotNewAndCostNoEmbedding() {
        novelty.add(code("int sum = 0; // of all\nfor (int i = 0; i < n; i++)\n  sum += a[i];\n"));
        var complaint = novelty.complaint(code("int s = 0;\nfor (int k = 0; k < n; k++) s += a[k];\n"));
        assertTrue(complaint != null && complaint.contains("with other names"), String.valueOf(complaint));
        assertEquals(0, embedder.texts.size());
    }

    @Test
    void exchangedLinesThatMeanTheSameAreNotNew() {
        var real = new Novelty(new MiniLm(), SIMILARITY);
        real.add(code(LINES));
        var complaint = real.complaint(code(exchanged(LINES, 8, 9)));
        assertTrue(complaint != null && complaint.contains("nearly the same"), String.valueOf(complaint));
    }

    @Test
    void aChangeBehindManyLinesThatAreTheSameIsStillSeen() {
        var real = new Novelty(new MiniLm(), SIMILARITY);
        real.add(code(LINES));
        var changed = new ArrayList<>(LINES);
        changed.set(18, LINES.get(18).replace("+ b[i]", "- b[i]"));
        assertNull(real.complaint(code(changed)));
    }

    @Test
    void whatDiffersInDistantPlacesIsNewAndCostsNoEmbedding() {
        novelty.add(code(LINES));
        assertNull(novelty.complaint(code(exchanged(LINES, 1, 17))));
        assertEquals(0, embedder.texts.size());
    }

    @Test
    void whatDiffersInALiteralIsNewAndCostsNoEmbedding() {
        novelty.add(code(LINES));
        var changed = new ArrayList<>(LINES);
        changed.set(5, LINES.get(5).replace("* 5", "* 55"));
        assertNull(novelty.complaint(code(changed)));
        assertEquals(0, embedder.texts.size());
    }

    @Test
    void onlyTheNearestOfManyIsEmbedded() {
        for (int line = 0; line + 2 < LINES.size(); line++) {
            novelty.add(code(exchanged(LINES, line, line + 2)));
        }
        novelty.add(code(LINES));
        assertNotNull(novelty.complaint(code(exchanged(LINES, 7, 8))));
        assertEquals(2, embedder.texts.size());
        assertEquals(
                List.of(
                        "for int i = 0 i < n i++ c i = a i * 8 + b i for int i = 0 i < n i++ c i = a i * 7 + b i",
                        "for int i = 0 i < n i++ c i = a i * 7 + b i for int i = 0 i < n i++ c i = a i * 8 + b i"),
                embedder.texts);
    }

    @Test
    void aPlaceThatOnlyOneOfTheTwoHasIsSeen() {
        novelty.add(code(LINES));
        var longer = new ArrayList<>(LINES);
        longer.add("flush();");
        assertNotNull(novelty.complaint(code(longer)));
        assertTrue(embedder.texts.getFirst().endsWith("flush"), embedder.texts.toString());
    }

    @Test
    void otherParametersAreNew() {
        var one = code(LINES).with("a/parameters.json", "{\"A\": 1}");
        novelty.add(one);
        assertNull(novelty.complaint(code(exchanged(LINES, 3, 4)).with("a/parameters.json", "{\"A\": 2}")));
    }

    private static List<String> lines() {
        var lines = new ArrayList<String>();
        for (int line = 0; line < 20; line++) {
            lines.add("for (int i = 0; i < n; i++) c[i] = a[i] * " + line + " + b[i];");
        }
        return List.copyOf(lines);
    }

    private static List<String> exchanged(List<String> lines, int one, int other) {
        var changed = new ArrayList<>(lines);
        Collections.swap(changed, one, other);
        return changed;
    }

    private static Artifact code(List<String> lines) {
        return code(String.join("\n", lines) + "\n");
    }

    private static Artifact code(String text) {
        return Artifact.of(Map.of("a/a.c", Blob.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Finds that all texts mean the same. */
    private static final class Counting implements Embedder {
        private final List<String> texts = new ArrayList<>();

        @Override
        public List<float[]> embed(List<String> more) {
            texts.addAll(more);
            return more.stream().map(_ -> new float[] {1}).toList();
        }
    }
}
