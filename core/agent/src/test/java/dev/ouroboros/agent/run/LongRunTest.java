package dev.ouroboros.agent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.agent.config.AgentConfig;
import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.agent.propose.LlmProposer;
import dev.ouroboros.agent.propose.MixedProposer;
import dev.ouroboros.agent.propose.WithFallback;
import dev.ouroboros.agent.record.Recording;
import dev.ouroboros.agent.server.Asked;
import dev.ouroboros.agent.server.Reply;
import dev.ouroboros.agent.server.ScriptedServer;
import dev.ouroboros.agent.server.Specs;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.testlayer.Walk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds over many proposals, and between proposers. */
class LongRunTest {
    private static final Caps CAPS = new Caps(2000, 100_000_000, 1000, Duration.ofHours(9));

    @TempDir
    Path folder;

    @Test
    void theFirstPromptAndTheLastOfFiveHundredCarryTheSameKindsOfFeedback() throws Exception {
        try (var bench = new Bench(folder);
                var server = ScriptedServer.of(LongRunTest::varied)) {
            bench.run(Specs.config(CAPS, Specs.model("busy", server.url())), 340);
            assertTrue(
                    server.asked().size() >= 500, "questions " + server.asked().size());
            var first = server.asked().getFirst().messages().get(1);
            var last = server.asked().getLast().messages().get(1);
            assertEquals(headings(first), headings(last));
            assertTrue(section(first, "# What the stages said").contains("a/value: passed, operations"), first);
            assertTrue(section(last, "# What the stages said").contains("a/value: passed, operations"), last);
            assertTrue(section(last, "# What worked").contains("times the baseline"), last);
            assertTrue(section(last, "# What failed").contains("| "), last);
            assertTrue(section(last, "# What was refused").contains("| was proposed before"), last);
            assertTrue(last.length() < 3 * AgentConfig.STANDARD_PROMPT_TOKENS + 2000, "length " + last.length());
        }
    }

    @Test
    void aRunIsRepeatedFromItsRecordWithoutAModel() throws Exception {
        List<Exchanged> exchanges;
        List<String> candidates;
        try (var bench = new Bench(Files.createDirectory(folder.resolve("first")))) {
            try (var server = ScriptedServer.of(LongRunTest::varied)) {
                bench.run(Specs.config(CAPS, Specs.model("busy", server.url())), 20);
            }
            exchanges = bench.lab.events(Exchanged.class);
            candidates = candidates(bench);
            try (var again = new Bench(Files.createDirectory(folder.resolve("second")))) {
                var recording =
                        new Recording("first", exchanges, bench.lab.archive().blobs());
                again.run(
                        task -> new LlmProposer(
                                task,
                                recording.config(),
                                recording.models(),
                                texts ->
                                        texts.stream().map(_ -> new float[] {1}).toList(),
                                again.pauses::add),
                        20);
                assertEquals(candidates, candidates(again));
                assertEquals(
                        exchanges.stream().map(Exchanged::usage).toList(),
                        again.lab.events(Exchanged.class).stream()
                                .map(Exchanged::usage)
                                .toList());
            }
        }
    }

    @Test
    void searchAndModelGoOnFromEachOther() throws Exception {
        try (var bench = new Bench(folder);
                var server = ScriptedServer.of(LongRunTest::varied)) {
            var config = Specs.config(CAPS, Specs.model("busy", server.url()));
            bench.run(task -> new MixedProposer(bench.llm(task, config), new Walk()), 120);
            var proposals = bench.lab.events(Proposed.class).stream()
                    .flatMap(proposed -> proposed.entries().stream())
                    .filter(entry -> entry.candidate() != null)
                    .toList();
            var makers = new HashMap<String, String>();
            proposals.forEach(entry -> makers.put(
                    Objects.requireNonNull(entry.candidate()).digest(),
                    entry.proposal().proposer()));
            var pairs = proposals.stream()
                    .map(entry -> makers.getOrDefault(entry.proposal().parents().getFirst(), "seed") + " > "
                            + entry.proposal().proposer())
                    .distinct()
                    .toList();
            assertTrue(pairs.contains("llm/busy > walk"), pairs.toString());
            assertTrue(pairs.contains("walk > llm/busy"), pairs.toString());
        }
    }

    @Test
    void whileNoModelAnswersTheSearchProposes() throws Exception {
        try (var bench = new Bench(folder);
                var server = ScriptedServer.saying(new Reply.Status(500, Map.of(), "out of order"))) {
            var config = Specs.config(CAPS, Specs.model("broken", server.url()));
            bench.run(task -> new WithFallback(bench.llm(task, config), new Walk()), 30);
            assertEquals(30, bench.lab.events(Evaluated.class).size());
            assertTrue(proposals(bench).stream()
                    .allMatch(proposal -> proposal.proposer().equals("walk")));
            assertFalse(server.asked().isEmpty());
        }
    }

    /** One idea in three is good, one does not compute the same, one is no expression or was there before. */
    private static Reply varied(Asked asked) {
        int number = asked.number();
        return Reply.text(
                switch (number % 3) {
                    case 0 -> Bench.whole("idea " + number, Bench.terms(2 + number % 50, number / 50));
                    case 1 -> Bench.whole("bold idea " + number, "x * " + (65 + number));
                    default -> Bench.whole("the same again", Bench.terms(2, 0));
                });
    }

    private static List<String> candidates(Bench bench) {
        return bench.lab.events(Evaluated.class).stream()
                .map(Evaluated::candidate)
                .toList();
    }

    private static List<Proposal> proposals(Bench bench) {
        return bench.lab.events(Proposed.class).stream()
                .flatMap(proposed -> proposed.entries().stream())
                .map(Proposed.Entry::proposal)
                .toList();
    }

    private static List<String> headings(String prompt) {
        return prompt.lines().filter(line -> line.startsWith("# ")).toList();
    }

    private static String section(String prompt, String heading) {
        int from = prompt.indexOf(heading);
        int to = prompt.indexOf("\n# ", from);
        return prompt.substring(from, to);
    }
}
