package dev.ouroboros.engine.task;

import static org.junit.jupiter.api.Assertions.*;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskReaderTest {
    private static final Set<String> LAYERS = Set.of("arithmetic", "geometry");
    private static final String WHOLE = """
            name = "sum"
            summary = "adds"

            [[parts]]
            name = "kernel"
            layer = "arithmetic"
            files = ["sum.txt"]
              [parts.parameters]
              TILE = [1, 2, 4]
              FAST = [false, true]
              [parts.constraints]
              small = "TILE <= 2 or not FAST"
              [parts.arithmetic]
              rounds = 3

            [[objectives]]
            metric = "operations"
            unit = "1"
            goal = "minimize"

            [accept]
            minimum-gain = 0.02

            [budget]
            evaluations = 50
            time = "1m30s"
            """;
    private static final String OTHER = "\n[[objectives]]\nmetric = \"a\"\ngoal = \"minimize\"\n";

    @TempDir
    Path folder;

    @BeforeEach
    void writeSeed() throws IOException {
        Files.writeString(folder.resolve("sum.txt"), "1 + 2");
    }

    @Test
    void aWholeTaskIsReadAsItStands() throws Exception {
        var task = read(WHOLE);
        assertEquals("sum", task.name());
        assertEquals("minimize", task.objective().goal() == Direction.MINIMIZE ? "minimize" : "?");
        assertEquals(new AcceptRule(0.02, 0.999), task.accept());
        assertEquals(new Budget(50, Duration.ofSeconds(90)), task.budget());
        assertEquals(3, task.part("kernel").settings().integer("rounds"));
        assertEquals("1 + 2", task.seed().text("kernel/sum.txt"));
    }

    @Test
    void theFirstValueOfAParameterIsItsDefaultAndStandsInTheSeed() throws Exception {
        assertEquals(
                "{\n  \"FAST\": false,\n  \"TILE\": 1\n}\n",
                read(WHOLE).seed().text(Artifact.parametersPath("kernel")));
    }

    @Test
    void whatIsNotSaidHasTheDocumentedDefault() throws Exception {
        var task = read(WHOLE.substring(0, WHOLE.indexOf("[accept]")));
        assertEquals(new AcceptRule(0.01, 0.999), task.accept());
        assertEquals(new Budget(200, Duration.ofMinutes(15)), task.budget());
    }

    @Test
    void aFolderOrItsFileNamesTheTask() throws Exception {
        Files.writeString(folder.resolve("task.toml"), WHOLE);
        assertEquals(
                TaskReader.read(folder, LAYERS).seed(),
                TaskReader.read(folder.resolve("task.toml"), LAYERS).seed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "name = \"sum\" | name = \"sum | :1:",
                "metric = \"operations\" | metrik = \"operations\" | 'objectives[0].metric' is missing",
                "summary = | sumary = | Maybe 'summary' is meant.",
                "goal = \"minimize\" | goal = \"smaller\" | expected maximize or minimize",
                "layer = \"arithmetic\" | layer = \"arithmetik\" | Maybe 'arithmetic' is meant.",
                "files = [\"sum.txt\"] | files = [\"som.txt\"] | there is no",
                "files = [\"sum.txt\"] | files = [\".\"] | is a folder",
                "files = [\"sum.txt\"] | files = [\"../x\"] | not inside the task's folder",
                "files = [\"sum.txt\"] | files = [\"/etc/passwd\"] | not inside the task's folder",
                "files = [\"sum.txt\"] | files = \"sum.txt\" | expected a list of strings",
                "files = [\"sum.txt\"] | files = [] | expected at least one file",
                "TILE = [1, 2, 4] | TILE = [] | has no values",
                "TILE = [1, 2, 4] | TILE = [[1]] | expected numbers, strings or booleans",
                "small = \"TILE <= 2 or not FAST\" | small = \"TILE <=\" | is not an expression",
                "small = \"TILE <= 2 or not FAST\" | small = \"TALE <= 2\" | TALE",
                "small = \"TILE <= 2 or not FAST\" | small = \"TILE > 2\" | small",
                "evaluations = 50 | evaluations = 0 | expected 1 to",
                "evaluations = 50 | evaluations = \"50\" | expected an integer",
                "time = \"1m30s\" | time = \"90\" | such as 90s, 10m or 1h30m",
                "minimum-gain = 0.02 | minimum-gain = 2 | expected 0 to 1",
                "minimum-gain = 0.02 | minimal-gain = 0.02 | Maybe 'minimum-gain' is meant.",
            })
    void aMistakeIsReportedWithItsPlaceAndWhatWasExpected(String right, String wrong, String expected)
            throws IOException {
        var text = WHOLE.replace(right.strip(), wrong.strip());
        assertNotEquals(WHOLE, text);
        var message = assertThrows(TaskException.class, () -> read(text)).toString();
        assertTrue(message.contains(expected.strip()), message);
        assertTrue(message.matches("(?s).*task\\.toml(:\\d+:\\d+)?: .*"), message);
    }

    @Test
    void aMistakeStandsWithTheLineItIsIn() {
        var message = assertThrows(TaskException.class, () -> read(WHOLE.replace("\"minimize\"", "\"less\"")))
                .toString();
        assertTrue(message.contains("task.toml:19:"), message);
    }

    @Test
    void aLinkMayNotLeadOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "42");
        Files.delete(folder.resolve("sum.txt"));
        Files.createSymbolicLink(folder.resolve("sum.txt"), elsewhere.resolve("secret"));
        var message = assertThrows(TaskException.class, () -> read(WHOLE)).toString();
        assertTrue(message.contains("leads out of the task's folder"), message);
    }

    @Test
    void theFirstObjectiveDecidesAndTheOthersAreWatched() throws Exception {
        var task = read(WHOLE + OTHER);

        assertEquals("operations", task.objective().metric());
        assertEquals(List.of(new Objective("a", "", Direction.MINIMIZE, null)), task.watched());
    }

    @Test
    void aPartKnowsWhetherItsMetricDecides() throws Exception {
        var part = read(WHOLE + OTHER).parts().getFirst();
        assertTrue(part.isDecidedBy("operations"));
        assertFalse(part.isDecidedBy("a"));
        var formula = "metric = \"operations\"\nformula = \"" + part.name() + ".a / 2\"";
        var other =
                read(WHOLE.replace("metric = \"operations\"", formula)).parts().getFirst();
        assertTrue(other.isDecidedBy("a"));
        assertFalse(other.isDecidedBy("operations"));
    }

    @Test
    void anObjectiveIsNamedOnceAndAWatchedOneHasNoFormula() {
        var twice = assertThrows(TaskException.class, () -> read(WHOLE + OTHER + OTHER));
        assertTrue(twice.toString().contains("'objectives[2].metric' is 'a', as that of another"), twice::toString);
        var formula = assertThrows(TaskException.class, () -> read(WHOLE + OTHER + "formula = \"1\"\n"));
        assertTrue(formula.toString().contains("of the first objective only"), formula::toString);
    }

    @Test
    void twoPartsMayNotShareAName() {
        var part = WHOLE.substring(WHOLE.indexOf("[[parts]]"), WHOLE.indexOf("[[objectives]]"));
        var message = assertThrows(TaskException.class, () -> read(WHOLE.replace(part, part + part)))
                .toString();
        assertTrue(message.contains("the name of another part"), message);
    }

    @Test
    void aMissingTaskSaysSo() {
        var message = assertThrows(TaskException.class, () -> TaskReader.read(folder.resolve("none"), LAYERS))
                .toString();
        assertTrue(message.contains("no such file"), message);
    }

    @Test
    void anyDamageToTheTextGivesATaskOrATaskException() throws IOException {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder(WHOLE);
            for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "\"[]=.#\n{}'0x-é\0".charAt(random.nextInt(15)));
                    default -> text.setCharAt(at, (char) random.nextInt(32, 127));
                }
            }
            try {
                assertNotNull(read(text.toString()).seed());
            } catch (TaskException e) {
                assertNotNull(e.getMessage());
            }
        }
    }

    private Task read(String text) throws TaskException, IOException {
        Files.writeString(folder.resolve("task.toml"), text);
        return TaskReader.read(folder, LAYERS);
    }
}
