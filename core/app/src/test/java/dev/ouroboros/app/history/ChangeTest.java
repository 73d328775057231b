package dev.ouroboros.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.history.Change.ParameterChange;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void parametersAreComparedByName() {
        var change = between(
                "k/parameters.json", "{\"A\": 1, \"B\": \"x\", \"C\": 2}", "{\"A\": 4, \"B\": \"x\", \"D\": true}");

        assertEquals(
                List.of(
                        new ParameterChange("k", "A", "1", "4"),
                        new ParameterChange("k", "C", "2", "—"),
                        new ParameterChange("k", "D", "—", "true")),
                change.parameters());
        assertEquals(List.of(), change.files());
    }

    @Test
    void sourcesAreShownAsUnifiedDiff() {
        var change = between("k/a.cl", "one\ntwo\nthree\n", "one\n2\nthree\n");

        assertEquals(
                List.of("--- a/k/a.cl", "+++ b/k/a.cl", "@@ -1,3 +1,3 @@", " one", "-two", "+2", " three"),
                change.files().getFirst().diff());
    }

    @Test
    void aFileThatIsNotTextIsNotPrinted() {
        var change = between("k/a.bin", "\0\1", "\0\2\3");

        assertEquals(
                List.of("binary file, 2 bytes before, 3 bytes after"),
                change.files().getFirst().diff());
    }

    @Test
    void parametersThatAreNoJsonObjectAreShownAsText() {
        assertEquals(1, between("k/parameters.json", "{", "[]").files().size());
    }

    @Test
    void equalVersionsDifferInNothing() {
        assertTrue(between("k/a.cl", "same", "same").none());
    }

    private static Change between(String path, String before, String after) {
        return Change.between(
                new Version("before", Map.of(path, before)),
                new Version("after", Map.of(path, after)),
                digest -> digest.getBytes(StandardCharsets.UTF_8));
    }
}
