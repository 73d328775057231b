package dev.ouroboros.java.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaTaskReaderTest {
    private static final String TOML = """
            name    = "sum"
            summary = "A sum"
            [[parts]]
            name  = "code"
            layer = "java"
            files = ["Sum.java"]
              [parts.java]
              entry     = "Sum.of"
              timed     = { n = 20 }
              shown     = [{ n = 1 }]
              held-out  = [{ n = 2 }]
              arguments = [{ name = "values", type = "int[]", shape = ["n"] }]
            [[objectives]]
            metric = "time"
            unit   = "us"
            goal   = "minimize"
            """;

    @Test
    void readsWhatIsThere(@TempDir Path folder) throws Exception {
        JavaTask task = read(folder, TOML);
        assertEquals("Sum", task.owner());
        assertEquals(Set.of("Sum.java"), task.sources().keySet());
        assertEquals(20, task.draws(task.timed()).getFirst().extents().getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "Sum.of" | "Sum" | the class and its static method
                "int[]" | "Integer" | expected one of int, long
                ["n"] | ["m"] | refers to m; the dimensions of 'timed' are [n]
                ["n"] | ["n - 9"] | cannot have -8.0 elements
                ["n"] | [] | has 0 sizes; a int[] has 1
                shape = ["n"] | shape = ["n"], generator = "unifrom" | expected one of uniform, sorted
                shape = ["n"] | generator = "near", of = "x" | the name of an argument before this one
                [{ n = 1 }] | [{ m = 1 }] | has the dimensions [m]; 'timed' has [n]
                entry  | tests = ["T"]\\nentry | go together
                entry  | classpath = ["x.jar"]\\nentry | but there is no
                entry  | plays = 3\\nentry | 'spaces' is missing
                entry  | engine = ["search"]\\nentry | expected 'space'
                entry  | sources = ["../x"]\\nentry | which is not in the task's folder
                """)
    void tellsWhereAMistakeIs(String before, String after, String message, @TempDir Path folder) throws Exception {
        String toml = TOML.replace(before, after.replace("\\n", "\n"));
        var mistake = assertThrows(TaskException.class, () -> read(folder, toml));
        assertTrue(String.valueOf(mistake.getMessage()).contains(message), mistake::getMessage);
        assertTrue(String.valueOf(mistake.getMessage()).contains("task.toml:"), mistake::getMessage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                spaces = ["gone.T4.json"] | but there is no
                spaces = [] | is empty
                spaces = ["task.toml"] | which is no recording
                spaces = ["a.T4.json"], plays = 0 | expected 1 to 100 plays
                spaces = ["a.T4.json"], timed = { n = 2 } | does not go with 'spaces'
                """)
    void tellsWhereAMistakeOfASearchIs(String keys, String message, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.T4.json"), """
                {"results": [{"configuration": {"a": 1}, "times": {"runtimes": [1]}, "invalidity": "correct"}]}
                """);
        String toml = TOML.replaceFirst(
                "(?s)timed .*?(?=\\[\\[objectives)", keys.replaceAll(", (?=plays|timed)", "\n") + "\n");
        var mistake = assertThrows(TaskException.class, () -> read(folder, toml));
        assertTrue(String.valueOf(mistake.getMessage()).contains(message), mistake::getMessage);
    }

    private static JavaTask read(Path folder, String toml) throws Exception {
        Files.writeString(folder.resolve("Sum.java"), "class Sum { static int of(int[] values) { return 0; } }");
        Files.writeString(folder.resolve("task.toml"), toml);
        return JavaTaskReader.read(
                TaskReader.read(folder, Set.of("java")).parts().getFirst());
    }
}
