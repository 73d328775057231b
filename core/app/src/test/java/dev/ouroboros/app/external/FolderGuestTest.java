package dev.ouroboros.app.external;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.propose.GuestProposer;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Ticks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A script that answers requests; it acts whenever the loop looks for an answer and finds none. */
class FolderGuestTest {
    private static final String TASK = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.arithmetic]
              equals = "x * 1 + 0 + x + x"
              cost = "0.0001 * (1 + operations)"
            [[objectives]]
            metric = "seconds"
            goal = "minimize"
            [budget]
            evaluations = 40
            time = "1h"
            """;

    private static final String FINISH = "{\"finish\": true}";

    @TempDir
    Path folder;

    private final Queue<Step> script = new ArrayDeque<>();
    private final Ticks clock = new Ticks(Duration.ofMillis(1));

    /** One thing a script does. */
    private interface Step {
        void act() throws IOException;
    }

    @Test
    void aScriptGetsFromARequestToAnAcceptedCandidate() throws Exception {
        script.add(() -> {
            var request = json("request-1.json");
            assertEquals("answer-1.json", request.path("answer").asString());
            assertEquals(
                    "x * 1 + 0 + x + x\n",
                    request.at("/context/best/files/a~1a.txt").asString());
            assertEquals("minimize", request.at("/task/objective/goal").asString());
            answer(1, propose("x + x + x"));
        });
        script.add(() -> {
            var seen = json("request-2.json").at("/context/history").path(1);
            assertEquals("passed", seen.path("outcome").asString());
            answer(2, "{\"confirm\": \"" + seen.path("candidate").asString().substring(0, 12) + "\"}");
        });
        script.add(() -> {
            assertTrue(json("request-3.json").at("/context/best/gain").asDouble() > 1);
            answer(3, FINISH);
        });
        try (var lab = run(null)) {
            assertTrue(lab.events(Decided.class).stream()
                    .anyMatch(decided -> decided.kind() == Kind.CANDIDATE && decided.verdict() == Verdict.ACCEPTED));
            assertTrue(assertInstanceOf(Finished.class, lab.events().getLast()).gain() > 1);
            assertEquals("exhausted", json("ended.json").path("why").asString());
            assertTrue(Files.exists(box().resolve("taken-3.json")));
        }
    }

    @Test
    void anAnswerThatCannotBeUsedGetsAnErrorAndAnotherChance() throws Exception {
        for (var bad : List.of(
                "not json",
                "[]",
                "{}",
                "{\"proposals\": []}",
                "{\"proposals\": 5}",
                "{\"proposals\": [{}]}",
                "{\"finish\": true, \"confirm\": \"best\"}",
                "{\"confirm\": \"baseline\"}",
                "{\"surprise\": 1}",
                propose("x + x + x").replace("a/a.txt", "../../etc/passwd"),
                "{\"proposals\": [" + "{},".repeat(20) + "{}]}")) {
            script.add(() -> answer(1, bad));
            script.add(() -> {});
            script.add(() -> {
                var error = json("error-1.json");
                assertTrue(error.path("error").asString().length() > 10, error.toString());
                assertTrue(error.path("next").asString().contains("write answer-1.json again"), error.toString());
                assertTrue(Files.exists(box().resolve("refused-1.json")));
                assertFalse(Files.exists(box().resolve("answer-1.json")));
            });
        }
        script.add(() -> answer(1, propose("x + x + x")));
        script.add(() -> {
            assertFalse(Files.exists(box().resolve("error-1.json")), "it was mended");
            answer(2, FINISH);
        });
        try (var lab = run(null)) {
            assertEquals(1, lab.events(Evaluated.class).size());
        }
    }

    @Test
    void anAnswerThatIsStillBeingWrittenIsNotRefused() throws Exception {
        var whole = propose("x + x + x");
        script.add(() -> answer(1, whole.substring(0, whole.length() / 2)));
        script.add(() -> answer(1, whole));
        script.add(() -> {
            assertFalse(Files.exists(box().resolve("refused-1.json")));
            answer(2, FINISH);
        });
        try (var lab = run(null)) {
            assertEquals(1, lab.events(Evaluated.class).size());
        }
    }

    @Test
    void aRunThatIsInterruptedAsksTheSameAgainWhenItIsResumed() throws Exception {
        script.add(() -> answer(1, propose("x + x + x")));
        script.add(() -> Thread.currentThread().interrupt());
        assertThrows(InterruptedException.class, () -> run(null).close());
        script.add(() -> {
            assertEquals(2, json("request-2.json").at("/context/history").size());
            answer(2, FINISH);
        });
        try (var lab = new Lab(folder)) {
            runs(lab, lab.run()).resume(lab.run(), Lab.options(0, 1));
            assertInstanceOf(Finished.class, lab.events().getLast());
            assertEquals(1, lab.events(Evaluated.class).size());
        }
    }

    @Test
    void whoeverDoesNotAnswerEndsTheSearchWithTheTimeOfTheBudget() throws Exception {
        try (var lab = run(null)) {
            assertEquals(
                    SearchEnded.Why.TIME,
                    lab.events(SearchEnded.class).getFirst().why());
        }
    }

    private Lab run(@Nullable String name) throws Exception {
        var lab = new Lab(folder);
        var runs = runs(lab, name);
        runs.start(runs.task(lab.task(TASK, "x * 1 + 0 + x + x")), Lab.options(1, 1));
        return lab;
    }

    private dev.ouroboros.engine.run.Runs runs(Lab lab, @Nullable String name) {
        var guest = new FolderGuest(name, _ -> box(), clock, this::pause, _ -> {});
        return lab.runs(new GuestProposer(guest), clock, guest);
    }

    private Path box() {
        return folder.resolve("box");
    }

    /** Nobody sleeps: the script goes on, and when it is at its end time flies. */
    private void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (script.isEmpty()) {
            for (int tick = 0; tick < 100_000; tick++) {
                clock.instant();
            }
            return;
        }
        try {
            script.remove().act();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(int number, String text) throws IOException {
        Files.writeString(box().resolve("answer-" + number + ".json"), text);
    }

    private JsonNode json(String name) throws IOException {
        return Json.mapper().readTree(Files.readString(box().resolve(name)));
    }

    private static String propose(String text) {
        return "{\"proposals\": [{\"files\": [{\"path\": \"a/a.txt\", \"text\": \"" + text
                + "\"}], \"rationale\": \"shorter\"}]}";
    }
}
