package dev.ouroboros.java.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.ToolMissing;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.java.task.JavaTask;
import dev.ouroboros.java.task.JavaTaskReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleDrafterTest {
    private static final Map<String, String> MODULE = Map.of(
            "pom.xml",
            """
            <project>
              <modelVersion>4.0.0</modelVersion>
              <groupId>a</groupId><artifactId>words</artifactId><version>1</version>
            </project>
            """,
            "src/main/java/module-info.java",
            "module a.words {}",
            "src/main/java/a/words/Words.java",
            """
            package a.words;
            public class Words {
                public static int count(CharSequence text, char sought) {
                    int n = 0;
                    for (int i = 0; i < text.length(); i++) { if (text.charAt(i) == sought) { n++; } }
                    return n;
                }
                public static void sort(int[] numbers) { java.util.Arrays.sort(numbers); }
                public static java.util.List<String> split(String text) { return java.util.List.of(text); }
            }
            """,
            "src/main/java/a/words/Others.java",
            "package a.words; class Others { static void sort(long[] numbers) { java.util.Arrays.sort(numbers); } }",
            "src/test/java/a/words/WordsTest.java",
            """
            package a.words;
            class WordsTest { /* @Test */ public static void main(String[] all) { if (Words.count("aba", 'a') != 2) throw new AssertionError(); } }
            """,
            "src/test/java/a/words/OthersTest.java",
            "package a.words; class OthersTest { /* @Test */ }",
            "src/jmh/java/a/words/WordsBenchmark.java",
            """
            package a.words;
            public class WordsBenchmark {
                @Benchmark public Object split() { return Words.split("a b"); }
                @Benchmark public int count() { return Words.count("some text", 't'); }
            }
            """);

    @TempDir
    Path folder = Path.of("");

    private Path module = Path.of("");

    @BeforeEach
    void write() throws IOException {
        module = folder.resolve("words");
        write(module, MODULE);
    }

    @Test
    void theEntryIsWhatABenchmarkCallsAndMavenTellsTheClassPath() throws Exception {
        JavaTask task = read(ModuleDrafter.draft(module, null, new Maven(new DefaultToolRunner())));
        assertEquals("a.words.Words", task.owner());
        assertEquals("count", task.method());
        assertEquals(List.of("CharSequence", "char"), task.types());
        assertEquals(List.of("a.words.WordsTest"), task.testTypes());
        assertEquals(List.of(), task.classPath());
        assertFalse(task.sources().containsKey("src/main/java/module-info.java"));
    }

    @Test
    void librariesAndResourcesAreOnTheClassPath() throws Exception {
        Path jar = Files.createFile(folder.resolve("some.jar"));
        Files.createDirectories(module.resolve("src/main/resources"));
        JavaTask task = read(ModuleDrafter.draft(module, "Words.sort", maven(jar.toString())));
        assertEquals(List.of(module.resolve("src/main/resources"), jar), task.classPath());
        assertEquals("sort", task.method());
    }

    @Test
    void aNameThatSeveralClassesHaveIsAskedFor() {
        assertTrue(mistake("sort", maven("")).contains("a.words.Others.sort"));
        assertTrue(mistake("split", maven("")).contains("no static method split"));
    }

    @Test
    void withoutABenchmarkTheMethodMustBeNamed() throws IOException {
        Files.delete(module.resolve("src/jmh/java/a/words/WordsBenchmark.java"));
        assertTrue(mistake(null, maven("")).contains("--entry Class.method"));
    }

    @Test
    void whatMavenSaysIsToldIfItFails() {
        var failing = new Maven(_ -> new ToolResult(1, "[ERROR] no such dependency\n", "", false, false));
        assertTrue(mistake("count", failing).contains("no such dependency"));
        var missing = new Maven(call -> {
            throw new ToolMissing(call.command().getFirst());
        });
        assertTrue(mistake("count", missing).contains("no mvn"));
    }

    private String mistake(@Nullable String entry, Maven maven) {
        return String.valueOf(assertThrows(DraftException.class, () -> ModuleDrafter.draft(module, entry, maven))
                .getMessage());
    }

    private static Maven maven(String classPath) {
        return new Maven(call -> {
            try {
                Files.writeString(Path.of(call.command().getLast().split("=", 2)[1]), classPath);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return new ToolResult(0, "", "", false, false);
        });
    }

    private JavaTask read(Draft draft) throws Exception {
        Path made = folder.resolve("task");
        write(made, draft.files());
        Task task = TaskReader.read(made, Set.of("java"));
        return JavaTaskReader.read(task.parts().getFirst());
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> each : files.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
        }
    }
}
