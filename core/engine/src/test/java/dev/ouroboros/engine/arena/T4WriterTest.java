package dev.ouroboros.engine.arena;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.arena.T4Row.Times;
import dev.ouroboros.engine.space.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Recordings of our own. */
class T4WriterTest {
    private static final List<T4Row> ROWS = List.of(
            row(Map.of("n", 1L, "share", 0.5, "on", true, "kind", "row"), Invalidity.CORRECT, 1.25, 3.5, 1e-7),
            row(Map.of("n", 2L, "share", 0.5, "on", false, "kind", "row"), Invalidity.TIMEOUT),
            row(Map.of("n", 2L, "share", 1.0, "on", false, "kind", "row"), Invalidity.COMPILE));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"space.T4.json", "space.T4.json.gz"})
    void whatWasWrittenIsReadAsItWas(String name) throws Exception {
        var file = folder.resolve(name);
        T4Writer.write(file, new TreeMap<>(Map.of("device", "one")), ROWS);
        assertEquals(ROWS, T4.rows(file));
        assertEquals("space", T4.read(file).name());
        assertEquals(3, T4.read(file).size());
    }

    @Test
    void onlyAFileNamedSoIsCompressed() throws Exception {
        T4Writer.write(folder.resolve("a.T4.json"), new TreeMap<>(Map.of("device", "one")), ROWS);
        T4Writer.write(folder.resolve("a.T4.json.gz"), new TreeMap<>(), ROWS);
        assertEquals((byte) 0x1f, Files.readAllBytes(folder.resolve("a.T4.json.gz"))[0]);
        var root = JsonMapper.shared().readTree(Files.readString(folder.resolve("a.T4.json")));
        assertEquals("milliseconds", root.path("metadata").path("timeunit").asString());
        assertEquals("one", root.path("metadata").path("device").asString());
        assertEquals("1.0.0", root.path("schema_version").asString());
    }

    /** What the hub's own tools look for. */
    @Test
    void aRowHasTheFieldsOfTheSchema() {
        var correct = JsonMapper.shared().readTree(T4Rows.line(ROWS.getFirst()));
        assertEquals("correct", correct.path("invalidity").asString());
        assertEquals(1, correct.path("correctness").asInt());
        assertEquals(3, correct.path("times").path("runtimes").size());
        assertEquals("time", correct.path("objectives").path(0).asString());
        assertEquals(
                ROWS.getFirst().value(),
                correct.path("measurements").path(0).path("value").asDouble());
        var failed = JsonMapper.shared().readTree(T4Rows.line(ROWS.getLast()));
        assertEquals("compile", failed.path("invalidity").asString());
        assertTrue(failed.path("measurements").path(0).path("value").isNull());
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws Exception {
        T4Writer.write(folder.resolve("a.T4.json.gz"), new TreeMap<>(), ROWS);
        T4Writer.write(folder.resolve("b.T4.json.gz"), new TreeMap<>(), ROWS);
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a.T4.json.gz")), Files.readAllBytes(folder.resolve("b.T4.json.gz")));
    }

    @ParameterizedTest
    @EnumSource(Invalidity.class)
    void everyKindOfFailureHasItsWord(Invalidity invalidity) {
        assertEquals(invalidity, Invalidity.named(invalidity.label()));
    }

    @Test
    void aFailureOfAKindUnknownHereIsAFailure() throws Exception {
        var row = T4Rows.parse(
                "line 1",
                "{\"configuration\": {\"a\": 1}, \"times\": {\"runtimes\": []}, \"invalidity\": \"weather\"}");
        assertEquals(Invalidity.RUNTIME, row.invalidity());
    }

    @Test
    void aLineThatIsNoRowIsRefusedWithItsPlace() {
        assertRefused(RecordingException.class, "line 7 cannot be read as JSON", () -> T4Rows.parse("line 7", "{"));
    }

    private static T4Row row(Map<String, Object> values, Invalidity invalidity, Double... runs) {
        return new T4Row(
                Setting.of(values), invalidity, new Times(12.5, 0.75, 3, List.of(runs)), "2025-01-02T03:04:05Z");
    }
}
