package dev.ouroboros.engine.arena;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.space.Constraint;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptions of spaces. */
class T1Test {
    @TempDir
    Path folder;

    @Test
    void valuesHaveTheirTypeAndTheDefaultStandsFirst() throws Exception {
        var small = small();
        assertEquals("small", small.name());
        assertEquals(
                List.of(
                        new Parameter("block", List.of(16L, 8L, 32L)),
                        new Parameter("scale", List.of(1.0, 0.5, 2.0)),
                        new Parameter("fast", List.of(true, false)),
                        new Parameter("kind", List.of("row", "column"))),
                small.space().parameters());
    }

    /** Golden: of 3 * 3 * 2 * 2 settings, 6 have block 32 and fast; of the others, 4 of 15 columns are too large. */
    @Test
    void conditionsAreThoseOfTheFile() throws Exception {
        var space = small().space();
        assertFalse(space.admits(space.defaults().with("block", 32L)));
        assertTrue(space.admits(space.defaults().with("block", 32L).with("fast", false)));
        assertEquals(26, Grid.of(new TreeMap<>(Map.of("kernel", space))).size());
    }

    @Test
    void whatWasWrittenIsReadAsItWas() throws Exception {
        var parameters = List.of(
                new Parameter("n", List.of(4L, 1L, -2L)),
                new Parameter("share", List.of(0.25, 1e-9)),
                new Parameter("on", List.of(true, false)),
                new Parameter("plain", List.of("a b", "\"")),
                new Parameter("odd", List.of("it's", "back\\slash")),
                new Parameter(
                        "many",
                        LongStream.range(0, 2000)
                                .boxed()
                                .map(Object.class::cast)
                                .toList()));
        var constraint = new Constraint("condition 1", Expression.parse("n > 0 or share < 0.5"));
        var written = new T1("all kinds", new ParameterSpace(parameters, List.of(constraint)));
        var file = folder.resolve("all.T1.json");
        T1Writer.write(file, written);
        assertEquals(written, T1Reader.read(file));
    }

    @Test
    void aDefaultThatIsNoneOfTheValuesGivesWayToTheFirstOne() throws Exception {
        var space = read("{\"Name\": \"a\", \"Type\": \"int\", \"Values\": \"[1, 2]\", \"Default\": 3}", "")
                .space();
        assertEquals(1L, space.defaults().values().get("a"));
    }

    @Test
    void defaultsThatViolateAConditionGiveWayToTheNearestSetting() throws Exception {
        var parameters = """
                {"Name": "a", "Type": "int", "Values": "[1, 2, 3]", "Default": 1},
                {"Name": "b", "Type": "int", "Values": "[1, 2, 3]", "Default": 2},
                {"Name": "c", "Type": "int", "Values": "[7, 8]", "Default": 8}""";
        var space =
                read(parameters, "{\"Expression\": \"1 / (a - b + 1) == 1\"}").space();
        // Changing a alone is enough, and comes before changing b alone.
        assertEquals(Map.of("a", 2L, "b", 2L, "c", 8L), space.defaults().values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `{"Name": "a", "Type": "int", "Values": "[1, 2"}`          | `` | parameter 1 has wrong "Values"
                    `{"Name": "a", "Type": "int", "Values": "range(3)"}`       | `` | no function range()
                    `{"Name": "a", "Type": "int", "Values": "[1, b]"}`         | `` | no value for b
                    `{"Name": "a", "Type": "int", "Values": "3"}`              | `` | the value is no list
                    `{"Name": "a", "Type": "int", "Values": 3}`                | `` | expected a list such as
                    `{"Name": "a", "Type": "int", "Values": "[]"}`             | `` | parameter a has no values
                    `{"Name": "a", "Type": "int", "Values": "[1, 1]"}`         | `` | has a value twice
                    `{"Name": "a", "Type": "int", "Values": "[1, 2.5]"}`       | `` | found the value 2.5; expected the type int
                    `{"Name": "a", "Type": "int", "Values": [1, null]}`        | `` | found the value null; expected the type int
                    `{"Name": "a", "Type": "int", "Values": "[1]", "Default": "1"}` | `` | its default: found the value 1
                    `{"Name": "a", "Type": "uint", "Values": "[1]"}`           | `` | has the "Type" 'uint'; expected int, float
                    `{"Name": "1", "Type": "int", "Values": "[1]"}`            | `` | '1' is no name of a parameter
                    `{"Name": "a", "Type": "int", "Values": "[1]"}` | `{"Parameters": []}`         | condition 1 has no "Expression"
                    `{"Name": "a", "Type": "int", "Values": "[1]"}` | `{"Expression": "a <"}`      | condition 1: found the end
                    `{"Name": "a", "Type": "int", "Values": "[1]"}` | `{"Expression": "b > 0"}`    | condition 1 names b
                    `{"Name": "a", "Type": "int", "Values": "[1]"}` | `{"Expression": "a > 1"}`    | the conditions admit no setting
                    """)
    void whatIsNoDescriptionIsRefusedWithItsPlace(String parameter, String condition, String reason) {
        assertRefused(RecordingException.class, reason, () -> read(parameter, condition));
        assertRefused(RecordingException.class, "space.T1.json", () -> read(parameter, condition));
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("other.json"), "{\"results\": []}");
        assertRefused(RecordingException.class, "expected a T1 file", () -> T1Reader.read(file));
        Files.writeString(file, "{");
        assertRefused(RecordingException.class, "cannot be read as JSON", () -> T1Reader.read(file));
    }

    private static T1 small() throws RecordingException, URISyntaxException {
        return T1Reader.read(Path.of(Objects.requireNonNull(T1Test.class.getResource("small.T1.json"))
                .toURI()));
    }

    private T1 read(String parameters, String conditions) throws IOException, RecordingException {
        return T1Reader.read(Files.writeString(
                folder.resolve("space.T1.json"),
                "{\"ConfigurationSpace\": {\"TuningParameters\": [" + parameters + "], \"Conditions\": [" + conditions
                        + "]}}"));
    }
}
