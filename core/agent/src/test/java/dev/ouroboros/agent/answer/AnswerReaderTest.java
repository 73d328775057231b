package dev.ouroboros.agent.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.space.Parameter;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.AcceptRule;
import dev.ouroboros.engine.task.Budget;
import dev.ouroboros.engine.task.Objective;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
    private static final String CODE = "int f() {\n    int a = 1;\n    return a;\n}\n";
    private static final ParameterSpace SPACE = new ParameterSpace(
            List.of(new Parameter("TILE", List.of(1L, 2L, 4L)), new Parameter("MODE", List.of("a", "b"))), List.of());
    private static final Objective OBJECTIVE = new Objective("time", "s", Direction.MINIMIZE, null);
    private static final Artifact PARENT = Artifact.of(Map.of())
            .with("k/main.c", CODE)
            .with("k/parameters.json", ParameterFile.write(SPACE.defaults()));
    private static final AnswerReader READER = new AnswerReader(new Task(
            "t",
            "",
            Path.of("."),
            "",
            List.of(new Part("k", "any", List.of("main.c"), SPACE, OBJECTIVE, Section.EMPTY)),
            OBJECTIVE,
            List.of(),
            new AcceptRule(0.01, 0.999),
            new Budget(1, Duration.ofMinutes(1)),
            PARENT));
    private static final String BLOCK = """
            <<<<<<< SEARCH
                int a = 1;
            =======
                int a = 2;
            >>>>>>> REPLACE
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Because.\n\nFILE k/main.c\n%s",
                "Because.\nFILE: main.c\n%s",
                "Because.\n### File: `k/main.c`\n```c\n%s```\nThat is all.",
                "Because.\n**k/main.c**\n%s",
                "Because.\n%s",
                "Because.\n```diff\nFILE k/main.c\n%s```",
                "<think>\nFILE x\n<<<<<<< SEARCH\nno\n</think>\nBecause.\n%s",
            })
    void aBlockIsFoundHoweverItIsDressed(String form) {
        var change = change(form.formatted(BLOCK));
        assertEquals(CODE.replace("1", "2"), change.artifact().text("k/main.c"));
        assertTrue(change.rationale().startsWith("Because."), change.rationale());
    }

    @Test
    void carriageReturnsAndOtherWhiteSpaceAtTheEndsOfLinesDoNoHarm() {
        var change = change(BLOCK.replace("    int a = 1;", "int a = 1;   ").replace("\n", "\r\n"));
        assertEquals(CODE.replace("1", "2"), change.artifact().text("k/main.c"));
    }

    @Test
    void aWholeFileTakesThePlaceOfTheOldOne() {
        var change = change("Better.\nFILE k/main.c\n```c\nint f() {\n    return 1;\n}\n```\n");
        assertEquals("int f() {\n    return 1;\n}\n", change.artifact().text("k/main.c"));
        assertInstanceOf(Patch.WholeFile.class, change.patches().getFirst());
    }

    @Test
    void aDiffIsReadAsOne() {
        var diff = "--- a/k/main.c\n+++ b/k/main.c\n@@ -2,1 +2,1 @@\n-    int a = 1;\n+    int a = 2;\n";
        assertEquals(
                CODE.replace("1", "2"),
                change("```diff\n" + diff + "```\n").artifact().text("k/main.c"));
    }

    @Test
    void parametersAreSetTogether() {
        var change = change("Larger tiles.\n\nPARAMETERS k\nTILE = 4\n- MODE: \"b\"\n\nThat should do.");
        assertEquals(
                List.of(new Patch.ParameterSetting("k", Setting.of(Map.of("TILE", 4L, "MODE", "b")))),
                change.patches());
    }

    @Test
    void severalEditsApplyInOrder() {
        var change = change(
                BLOCK + BLOCK.replace("a = 1", "a = 2").replace("= 2;\n>", "= 3;\n>") + "PARAMETERS\nTILE = 2\n");
        assertEquals(2, change.patches().size() - 1);
        assertEquals(
                2L,
                ParameterFile.read(change.artifact().text("k/parameters.json"))
                        .values()
                        .get("TILE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have no idea.|the answer has no edit",
                "FILE k/main.c\n<<<<<<< SEARCH\nint a|no line ======= follows",
                "FILE k/main.c\n<<<<<<< SEARCH\nint b;\n=======\n>>>>>>> REPLACE|do not stand in k/main.c",
                "FILE k/main.c\n<<<<<<< SEARCH\nint f() {\n    int b = 1;\n=======\n>>>>>>> REPLACE|its line 2 is 'int a = 1;', not 'int b = 1;'",
                "FILE ../../etc/passwd\n```\nroot\nx\n```|may not be edited",
                "FILE k/parameters.json\n```\n{}\n\n```|may not be edited",
                "FILE k/main.c\n```\nint f() {|has no end",
                "PARAMETERS k\nTILE = 3|expected one of [1, 2, 4]",
                "PARAMETERS k\nSIZE = 3|no part has a parameter 'SIZE'",
            })
    void whatCannotBeUsedIsSaidExactly(String answerAndError) {
        var halves = answerAndError.split("\\|", 2);
        var unusable = assertInstanceOf(Reading.Unusable.class, READER.read(halves[0], PARENT));
        assertTrue(unusable.error().contains(halves[1]), unusable.error());
    }

    private static Reading.Change change(String answer) {
        var reading = READER.read(answer, PARENT);
        return assertInstanceOf(Reading.Change.class, reading, reading.toString());
    }
}
