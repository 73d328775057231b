package dev.ouroboros.engine.run;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.archive.Forger;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.Replay;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Walk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replay derives every decision again, and finds what does not follow even if the chain of hashes was made to fit. */
class ReplayTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEED = "x * 1 + 0 + x + x";
    private static final String TASK = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.parameters]
              WIDTH = [1, 2, 4]
              [parts.arithmetic]
              equals = "x * 1 + 0 + x + x"
              cost = "0.0001 * (1 + operations) / WIDTH"
            [[objectives]]
            metric = "seconds"
            goal = "minimize"
            [budget]
            evaluations = 30
            """;

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void run() throws Exception {
        lab = new Lab(folder);
        var runs = lab.runs(new Walk());
        runs.start(runs.task(lab.task(TASK, SEED)), Lab.options(1, 1));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aTrueRunReplaysWithoutADifference() throws Exception {
        var result = replay();
        assertEquals(List.of(), result.differences());
        // All but the start and the secret.
        assertEquals(lab.events().size() - 2, result.decisions());
    }

    @Test
    void theChainOfAForgedRunFits() throws Exception {
        forge(bodies -> bodies);
        assertEquals(List.of(), lab.archive().ledger(lab.run()).check());
        assertEquals(List.of(), replay().differences());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            block-measured       | /logGain                     | 0.5
            evaluated            | /logGain                     | 0.5
            evaluated            | /entry                       | 7
            confirmation-started | /alpha                       | 0.5
            confirmation-started | /number                      | 2
            confirmation-started | /kind                        | "CONTROL_SELF"
            confirmation-started | /challenger                  | "ffff"
            decided              | /verdict                     | "INCONCLUSIVE"
            decided              | /low                         | 9.5
            decided              | /blocks                      | 99
            decided              | /reason                      | "Believed."
            rerun-block-measured | /bestValue                   | 0.5
            rerun-block-measured | /logGain                     | 0.5
            finished             | /gain                        | 99.5
            finished             | /gainLow                     | 99.5
            finished             | /best                        | "ffff"
            search-ended         | /why                         | "TIME"
            proposed             | /batch                       | 1
            proposed             | /entries/0/proposal/credit   | "llm"
            proposed             | /entries/0/proposal/parents  | ["ffff"]
            proposed             | /entries/0/candidate/digest  | "ffff"
            run-started          | /seed                        | 2
            run-started          | /evaluations                 | 3
            """)
    void aChangedDecisionIsFound(String event, String pointer, String planted) throws Exception {
        forge(bodies -> {
            int at = indexOf(bodies, event);
            var tree = JSON.readTree(bodies.get(at));
            int last = pointer.lastIndexOf('/');
            var place = (ObjectNode) tree.at(pointer.substring(0, last));
            place.set(pointer.substring(last + 1), JSON.readTree(planted));
            assertNotEquals(bodies.set(at, tree.toString()), bodies.get(at), "nothing was planted");
            return bodies;
        });
        assertFound();
    }

    /** The middle pair of a block gives its gain, so a change of one of its samples cannot hide. */
    @ParameterizedTest
    @ValueSource(strings = {"block-measured", "rerun-block-measured"})
    void aChangedSampleIsFound(String event) throws Exception {
        forge(bodies -> {
            int at = indexOf(bodies, event);
            var tree = JSON.readTree(bodies.get(at));
            var incumbent = tree.at("/series/0/incumbent");
            var challenger = tree.at("/series/0/challenger");
            int middle = IntStream.range(0, incumbent.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> seconds(incumbent, i) / seconds(challenger, i)))
                    .toList()
                    .get(incumbent.size() / 2);
            var sample = (ArrayNode) challenger.get(middle);
            sample.set(0, JSON.readTree(String.valueOf(2 * seconds(challenger, middle))));
            bodies.set(at, tree.toString());
            return bodies;
        });
        assertFound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"proposed", "evaluated", "confirmation-started", "block-measured", "decided", "search-ended"})
    void aRemovedEventIsFound(String event) throws Exception {
        forge(bodies -> {
            bodies.remove(indexOf(bodies, event));
            return bodies;
        });
        assertFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "evaluated", "block-measured", "decided"})
    void aRepeatedEventIsFound(String event) throws Exception {
        forge(bodies -> {
            int at = indexOf(bodies, event);
            bodies.add(at, bodies.get(at));
            return bodies;
        });
        assertFound();
    }

    @Test
    void eventsInAnotherOrderAreFound() throws Exception {
        forge(bodies -> {
            int at = indexOf(bodies, "evaluated");
            bodies.add(at + 1, bodies.remove(at));
            return bodies;
        });
        assertFound();
    }

    @Test
    void anEventAfterTheEndIsFound() throws Exception {
        forge(bodies -> {
            bodies.add(bodies.get(indexOf(bodies, "evaluated")));
            return bodies;
        });
        assertFound();
    }

    @Test
    void aChangedBlobIsFound() throws Exception {
        var parent = lab.events(Proposed.class).stream()
                .flatMap(batch -> batch.entries().stream())
                .filter(entry -> entry.candidate() != null)
                .map(entry -> Objects.requireNonNull(entry.candidate()))
                .filter(version -> lab.events(Proposed.class).stream()
                        .flatMap(batch -> batch.entries().stream())
                        .anyMatch(entry -> entry.proposal().parents().contains(version.digest())))
                .findFirst()
                .orElseThrow();
        var digest = parent.files().values().iterator().next();
        var blob = folder.resolve(Lab.WORKSPACE)
                .resolve("blobs")
                .resolve(digest.substring(0, 2))
                .resolve(digest.substring(2));
        Files.writeString(blob, "x + 1\n");
        assertRefused(ArchiveException.class, "blob " + digest + " was changed", this::replay);
    }

    @Test
    void aChangedCopyOfTheTaskIsFound() throws Exception {
        var copy = lab.archive().folder(lab.run()).resolve("task").resolve("task.toml");
        Files.writeString(copy, Files.readString(copy).replace("minimize", "maximize"));
        assertRefused(ArchiveException.class, "the copy of the task", this::replay);
    }

    private Replay.Result replay() throws Exception {
        return lab.runs(new Walk()).replay(lab.run(), Lab.options(1, 1));
    }

    private void assertFound() throws Exception {
        assertEquals(List.of(), lab.archive().ledger(lab.run()).check(), "the chain must fit, or this proves nothing");
        assertEquals(1, replay().differences().size());
    }

    private void forge(UnaryOperator<List<String>> change) throws Exception {
        Forger.forge(folder.resolve(Lab.WORKSPACE), lab.run(), change);
    }

    private static double seconds(JsonNode samples, int pair) {
        return samples.get(pair).get(0).asDouble();
    }

    private static int indexOf(List<String> bodies, String event) {
        for (int i = 0; i < bodies.size(); i++) {
            if (bodies.get(i).startsWith("{\"event\":\"" + event + "\"")) {
                return i;
            }
        }
        throw new IllegalArgumentException("the run has no " + event);
    }
}
