package dev.ouroboros.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.delta.Bodies;
import dev.ouroboros.app.delta.MiniEngine;
import dev.ouroboros.app.delta.Spaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code self delta --order 2}: versions that are really built and really edit, each process in its own sandbox. */
class MakingCommandTest {
    private static final Path HERE = Path.of("../..").toAbsolutePath().normalize();
    private static final String OPERATORS = "core/java/src/main/java/dev/ouroboros/java/operator/JavaOperators.java";

    @TempDir
    Path folder;

    private Path held;
    private Path practice;
    private Path body;

    @BeforeEach
    void begin() throws IOException {
        held = Spaces.line(folder, "held", 80, 70, 60, 50, 40, 30, 20, 10);
        practice = Spaces.line(folder, "practice", 90, 81, 72, 63, 54, 45, 36, 11);
        body = Bodies.write(folder.resolve("body"), Bodies.FROM_THE_FIFTH);
        System.setProperty("ouroboros.home", folder.toString());
    }

    @AfterEach
    void end() {
        System.clearProperty("ouroboros.home");
    }

    @Test
    void whoCanEditConstantsImprovesTheBodyMore() throws Exception {
        var without = checkout("without", true);
        var with = checkout("with", false);
        var answer = delta(without, with);
        assertEquals(0, answer.code(), answer.err());
        var json = Json.mapper().readTree(answer.out());
        assertEquals(2, json.path("order").intValue());
        assertTrue(json.path("low").doubleValue() > 0, answer.out());
        assertEquals(0, json.path("floor").path("high").doubleValue(), "A edits nothing at all");
        var made = json.path("making").path("made");
        assertEquals(0, made.path("a").path("accepted").doubleValue());
        assertTrue(made.path("b").path("by").path("operators").doubleValue() >= 1, answer.out());
        assertTrue(json.path("beside").path("body").path("b").path("low").doubleValue() > 0, answer.out());
        assertTrue(json.path("tasks").path("held").path("area").path("body").isNumber(), answer.out());
        assertTrue(answer.err().contains("edited the body"), answer.err());
        var page = Files.readString(Path.of(json.path("report").stringValue()));
        assertTrue(page.contains("The edits") && page.contains("the body unedited"));

        var again = delta(without, with);
        assertFalse(again.err().contains("edited the body"), "what was made is kept: " + again.err());
        assertEquals(json.path("delta"), Json.mapper().readTree(again.out()).path("delta"));

        var itself = Json.mapper().readTree(delta(with, with).out());
        assertEquals(0, itself.path("delta").doubleValue());
        assertTrue(itself.path("same").booleanValue());
        assertNotEquals(0, itself.path("cost").path("a").path("evaluations").doubleValue());
    }

    @Test
    void mistakesSayWhatWasExpected() throws Exception {
        refuses("--edits", "--edits", "0");
        refuses("--evaluations", "--evaluations", "0");
        refuses("--plays", "--plays", "0");
        refuses("edits are measured on", "--practice", held.toString());
        refuses("cannot read the task", "--body", folder.resolve("nowhere").toString());
    }

    private void refuses(String saying, String... arguments) throws Exception {
        var mini = MiniEngine.write(folder.resolve("mini"), MiniEngine.FORWARDS);
        var all = Stream.concat(Stream.of(mini.toString(), mini.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        var answer = ask(all);
        assertEquals(2, answer.code(), answer.err());
        assertTrue(answer.err().contains(saying), answer.err());
        assertFalse(answer.err().contains("defect"), answer.err());
    }

    private Said delta(Path a, Path b) throws Exception {
        return ask(
                a.toString(),
                b.toString(),
                "--seeds",
                "10",
                "--evaluations",
                "24",
                "--edits",
                "2",
                "--plays",
                "1",
                "--json");
    }

    private Said ask(String... arguments) {
        var all = Stream.of(
                        Stream.of(
                                "self",
                                "delta",
                                "--order",
                                "2",
                                "--workspace",
                                folder.resolve("ws").toString()),
                        Stream.of(arguments),
                        Stream.of("--space", held.toString()),
                        List.of(arguments).contains("--body")
                                ? Stream.<String>of()
                                : Stream.of("--body", body.toString()),
                        List.of(arguments).contains("--practice")
                                ? Stream.<String>of()
                                : Stream.of("--practice", practice.toString()))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return Said.by(all);
    }

    /** Copies what a version is built of; its operators on Java may be left out. */
    private Path checkout(String name, boolean withoutOperators) throws IOException {
        var copy = folder.resolve(name);
        for (var part : List.of("core/engine/src/main", "core/java/src/main")) {
            try (var files = Files.walk(HERE.resolve(part))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var target = copy.resolve(HERE.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        if (withoutOperators) {
            var file = copy.resolve(OPERATORS);
            var text = Files.readString(file);
            var edited = text.replace("return List.copyOf(operators);", "return List.of();");
            assertNotEquals(text, edited);
            Files.writeString(file, edited);
        }
        return copy;
    }
}
