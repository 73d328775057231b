package dev.ouroboros.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.delta.MiniEngine;
import dev.ouroboros.app.delta.Repository;
import dev.ouroboros.app.delta.Spaces;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code self delta} as a user or a script gives it, in a small repository. */
class DeltaCommandTest {
    @TempDir
    Path folder;

    private Path space;

    private record Answer(int code, String out, String err) {
        JsonNode json() {
            return Json.mapper().readTree(out);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        space = Spaces.line(folder, "line", 80, 70, 60, 50, 40, 30, 20, 10);
        var home = Files.createDirectory(folder.resolve("home"));
        var repository = Repository.in(home);
        MiniEngine.write(home, MiniEngine.DRAWN);
        repository.commit();
        MiniEngine.write(home, MiniEngine.BACKWARDS);
        repository.commit();
        System.setProperty("ouroboros.home", home.toString());
    }

    @AfterEach
    void end() {
        System.clearProperty("ouroboros.home");
    }

    @Test
    void jsonIsOneObjectWithThePromisedKeys() throws Exception {
        var answer = ask("HEAD~1", "HEAD", "--seeds", "10", "--json");
        assertEquals(0, answer.code(), answer.err());
        var json = answer.json();
        assertEquals(
                List.of("delta", "low", "high", "p_better", "floor", "placebo"),
                json.propertyNames().stream().limit(6).toList());
        for (var key : List.of("delta", "low", "high", "p_better", "wall_s")) {
            assertTrue(json.path(key).isNumber(), key);
        }
        for (var part : List.of("floor", "placebo", "known_better")) {
            for (var key : List.of("low", "high")) {
                assertTrue(json.path(part).path(key).isNumber(), part + "." + key);
            }
        }
        assertTrue(json.path("low").doubleValue() > 0, answer.out());
        var task = json.path("tasks").path("line");
        assertTrue(task.path("area").path("random").isNumber(), answer.out());
        assertTrue(task.path("imp").path("20").path("ratio").isNumber(), answer.out());
        assertEquals("HEAD~1", json.path("versions").path("a").path("name").stringValue());
        assertEquals(10, json.path("seeds").intValue());
        var page = Files.readString(Path.of(json.path("report").stringValue()));
        assertTrue(page.contains("data-chart=\"delta\"") && page.contains("data-chart=\"intervals\""));
        assertTrue(answer.err().contains("played"), answer.err());
    }

    @Test
    void forPeopleItIsShort() throws Exception {
        var answer = ask("HEAD~1", "HEAD", "--seeds", "10", "--quiet");
        assertEquals(0, answer.code(), answer.err());
        for (var word : List.of("P(HEAD is better than HEAD~1)", "floor", "placebo", "known better", "report: ")) {
            assertTrue(answer.out().contains(word), answer.out());
        }
        assertEquals("", answer.err());
    }

    @Test
    void mistakesSayWhatWasExpected() throws Exception {
        assertRefused("no revision", "HEAD", "nowhere");
        assertRefused("--seeds", "HEAD", "HEAD", "--seeds", "9");
        assertRefused("--order", "HEAD", "HEAD", "--order", "3");
        assertRefused("there is no task", "HEAD", "HEAD", "--live");
        assertRefused("--live-seeds", "HEAD", "HEAD", "--live", "--live-seeds", "0");
        assertRefused("--live-time", "HEAD", "HEAD", "--live", "--live-time", "soon");
        assertRefused("--tasks", "HEAD", "HEAD", "--tasks", "all");
        assertRefused("--first-seed", "HEAD", "HEAD", "--first-seed", "-1");
        assertRefused("Missing required parameter", "HEAD");
        MiniEngine.write(folder.resolve("home"), "grid.pionts.get(0)");
        assertRefused("does not build", "HEAD", "working");
    }

    @Test
    void helpSaysWhatItMeans() throws Exception {
        var answer = ask("--help");
        assertEquals(0, answer.code());
        assertTrue(answer.out().contains("working"), answer.out());
    }

    private void assertRefused(String saying, String... arguments) throws IOException {
        var answer = ask(arguments);
        assertEquals(2, answer.code(), answer.err());
        assertTrue(answer.err().contains(saying), answer.err());
        assertTrue(!answer.err().contains("defect"), answer.err());
    }

    private Answer ask(String... arguments) throws IOException {
        var all = Stream.of(
                        Stream.of("self", "delta"),
                        Stream.of(arguments),
                        List.of(arguments).contains("--tasks")
                                ? Stream.<String>of()
                                : Stream.of("--space", space.toString()),
                        Stream.of("--workspace", folder.resolve("ws").toString()))
                .flatMap(part -> part)
                .toArray(String[]::new);
        var out = System.out;
        var err = System.err;
        try (var said = new ByteArrayOutputStream();
                var complained = new ByteArrayOutputStream()) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int code = OuroborosCommand.execute(all);
            return new Answer(code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
