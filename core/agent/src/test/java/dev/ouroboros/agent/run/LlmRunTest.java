package dev.ouroboros.agent.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.agent.config.Caps;
import dev.ouroboros.agent.server.Asked;
import dev.ouroboros.agent.server.Reply;
import dev.ouroboros.agent.server.ScriptedServer;
import dev.ouroboros.agent.server.Specs;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Exchanged;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Noted;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Spending;
import dev.ouroboros.engine.testlayer.Lab;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in which a scripted server plays the model, from its answers to evaluated proposals. */
class LlmRunTest {
    private static final Caps CAPS = new Caps(40, 1_000_000, 100, Duration.ofHours(1));

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aRunTakesAsManyEvaluationsAsThereAreGoodReplies() throws Exception {
        try (var server = ScriptedServer.of(Engineer.withIdeas(32, 16, 8, 4))) {
            var end = bench.run(Specs.config(capped(4), Specs.model("good", server.url())), 100);
            assertEquals(4, bench.lab.events(Evaluated.class).size());
            assertEquals(4, end.tally().evaluations());
            assertTrue(end.closed());
            var finished = assertInstanceOf(Finished.class, bench.lab.events().getLast());
            assertEquals(7, finished.bestValue(), "four products and three sums");
        }
    }

    @Test
    void whatIsSpentIsCountedToTheToken() throws Exception {
        try (var server = ScriptedServer.saying(
                new Reply.Text(Bench.whole("half", Bench.terms(32, 0)), 1001, 57),
                new Reply.Text("no edit at all", 2003, 11),
                new Reply.Text(Bench.whole("mended", Bench.terms(16, 0)), 3005, 13))) {
            var end = bench.run(Specs.config(capped(3), Specs.model("good", server.url())), 100);
            double dollars = (1001 + 2 * 57 + 2003 + 2 * 11 + 3005 + 2 * 13) / 1e6;
            var spent = end.tally().spending().getOrDefault("llm/good", Spending.NONE);
            assertEquals(3, spent.calls());
            assertEquals(1001 + 57 + 2003 + 11 + 3005 + 13, spent.tokens());
            assertEquals(dollars, spent.dollars(), 1e-12);
            var costs = proposals().stream().map(Proposal::cost).toList();
            assertEquals(1058, costs.get(0).tokens());
            assertEquals(2014 + 3018, costs.get(1).tokens(), "the repair belongs to the proposal it mended");
        }
    }

    @Test
    void usageThatNobodyTellsIsEstimatedAndMarkedAsSuch() throws Exception {
        try (var server = ScriptedServer.saying(new Reply.NoUsage(Bench.whole("half", Bench.terms(32, 0))))) {
            bench.run(Specs.config(capped(1), Specs.model("silent", server.url())), 100);
            var usage = bench.lab.events(Exchanged.class).getFirst().usage();
            assertTrue(usage.estimated());
            assertTrue(usage.inputTokens() > 200, "tokens " + usage.inputTokens());
        }
    }

    @Test
    void anAnswerIsRepairedOnceWithTheExactErrorAndThenCountsAsRejected() throws Exception {
        var wrong = "FILE a/a.txt\n<<<<<<< SEARCH\ny + y\n=======\nx\n>>>>>>> REPLACE\n";
        try (var server = ScriptedServer.saying(Reply.text(wrong))) {
            bench.run(Specs.config(capped(2), Specs.model("stubborn", server.url())), 100);
            var repair = server.asked().get(1).last();
            assertTrue(repair.contains("| the lines after SEARCH do not stand in a/a.txt: 'y + y'"), repair);
            assertEquals(4, server.asked().get(1).messages().size(), "the conversation goes on");
            var refusal = bench.lab
                    .events(Proposed.class)
                    .getFirst()
                    .entries()
                    .getFirst()
                    .refusal();
            assertEquals(Reason.BUILD, refusal == null ? null : refusal.reason());
        }
    }

    @Test
    void noCapIsExceededByMoreThanTheCallInFlight() throws Exception {
        for (var caps : List.of(
                new Caps(3, 1_000_000, 100, Duration.ofHours(1)),
                new Caps(1000, 300, 100, Duration.ofHours(1)),
                new Caps(1000, 1_000_000, 0.00035, Duration.ofHours(1)))) {
            try (var server = ScriptedServer.saying(Reply.text("never any edit"));
                    var own = new Bench(Files.createTempDirectory(folder, "caps"))) {
                own.run(Specs.config(caps, Specs.model("chatty", server.url())), 100);
                assertEquals(3, server.asked().size(), caps.toString());
                var notes = own.lab.events(Noted.class);
                assertEquals(1, notes.size());
                assertTrue(notes.getFirst().text().contains("the cap of"), notes.toString());
            }
        }
    }

    @Test
    void aBusyServerIsAskedAgainWhenItWants() throws Exception {
        try (var server = ScriptedServer.saying(
                Reply.busy("7"), Reply.busy(""), Reply.text(Bench.whole("half", Bench.terms(32, 0))))) {
            bench.run(Specs.config(capped(3), Specs.model("busy", server.url())), 1);
            assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(2)), bench.pauses);
            assertEquals(1, bench.lab.events(Evaluated.class).size());
            var refused = bench.lab.events(Exchanged.class).getFirst();
            assertEquals(0, refused.usage().inputTokens(), "a refusal costs nothing");
            assertTrue(refused.usage().seconds() >= 7, "but time");
        }
    }

    @Test
    void aModelThatFailsLeavesTheBudgetToTheOther() throws Exception {
        try (var broken = ScriptedServer.saying(new Reply.Status(401, Map.of(), "who are you"));
                var good = ScriptedServer.of(Engineer.withIdeas(32, 16, 8, 4))) {
            var config = Specs.config(CAPS, Specs.model("broken", broken.url()), Specs.model("good", good.url()));
            bench.run(config, 4);
            assertEquals(1, broken.asked().size());
            assertEquals(4, bench.lab.events(Evaluated.class).size());
            var note = bench.lab.events(Noted.class).getFirst().text();
            assertTrue(note.contains("broken is not asked any more: HTTP status 401"), note);
        }
    }

    @Test
    void severalSamplesOfOneQuestionAreAllEvaluated() throws Exception {
        try (var server = ScriptedServer.of(Engineer.withIdeas(32, 16, 8))) {
            var spec = Specs.sampled(Specs.model("good", server.url()), 3);
            bench.run(Specs.config(capped(3), spec), 100);
            var asked = server.asked();
            assertEquals(asked.get(0).messages(), asked.get(2).messages());
            assertEquals(
                    3, bench.lab.events(Proposed.class).getFirst().entries().size());
        }
    }

    @Test
    void aRepeatedIdeaCostsNoEvaluationAndTheModelIsTold() throws Exception {
        try (var server = ScriptedServer.saying(Reply.text(Bench.whole("half", Bench.terms(32, 0))))) {
            bench.run(Specs.config(capped(4), Specs.model("dull", server.url())), 100);
            assertEquals(1, bench.lab.events(Evaluated.class).size());
            var last = server.asked().getLast().last();
            assertTrue(last.contains("duplicate, by llm/dull (half)\n| was proposed before"), last);
        }
    }

    @Test
    void theKeyIsNowhereInTheArchiveNorInAPrompt() throws Exception {
        try (var server = ScriptedServer.of(Engineer.withIdeas(32, 16))) {
            bench.run(Specs.config(capped(2), Specs.model("good", server.url())), 100);
            assertEquals(Bench.KEY, server.asked().getFirst().key());
            assertFalse(server.asked().stream().map(Asked::body).anyMatch(body -> body.contains(Bench.KEY)));
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertFalse(text.contains(Bench.KEY), file.toString());
                }
            }
        }
    }

    @Test
    void aRunReplaysWithoutAModel() throws Exception {
        try (var server = ScriptedServer.of(Engineer.withIdeas(32, 16, 8))) {
            bench.run(Specs.config(capped(3), Specs.model("good", server.url())), 100);
        }
        var replay = bench.runs(_ -> (context, count, random) -> {
                    throw new AssertionError("replay asks nobody");
                })
                .replay(bench.lab.run(), Lab.options(1, 1));
        assertEquals(List.of(), replay.differences());
    }

    private List<Proposal> proposals() {
        return bench.lab.events(Proposed.class).stream()
                .flatMap(proposed -> proposed.entries().stream())
                .map(Proposed.Entry::proposal)
                .toList();
    }

    private static Caps capped(int calls) {
        return new Caps(calls, CAPS.tokens(), CAPS.dollars(), CAPS.time());
    }

    /** Plays an engineer who knows better and better sums. */
    private record Engineer(List<Integer> products) implements Function<Asked, Reply> {
        static Engineer withIdeas(Integer... products) {
            return new Engineer(List.of(products));
        }

        @Override
        public Reply apply(Asked asked) {
            int idea = products.get(Math.min(asked.number(), products.size() - 1));
            return Reply.text(Bench.whole("fewer products: " + idea, Bench.terms(idea, 0)));
        }
    }
}
