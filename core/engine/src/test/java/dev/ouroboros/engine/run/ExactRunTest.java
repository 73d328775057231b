package dev.ouroboros.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.RunStarted;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded.Why;
import dev.ouroboros.engine.loop.LoopEvent.SecretRevealed;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Texts;
import dev.ouroboros.engine.testlayer.Ticks;
import dev.ouroboros.engine.testlayer.Walk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of tasks whose objective is counted. */
class ExactRunTest {
    private static final String TASK = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.arithmetic]
              equals = "x * 1 + 0 + x + x"
              faulted-once = "1111"
              faulted = "2222"
              throwing = "3333"
              unconfirmed = "x * 3"
            [[objectives]]
            metric = "operations"
            goal = "minimize"
            [budget]
            evaluations = 60
            """;

    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void open() {
        lab = new Lab(folder);
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aRunFindsTheShortestExpressionAndSaysByHowMuchItIsShorter() throws Exception {
        run(TASK, new Walk(), "x * 1 + 0 + x + x");
        assertInstanceOf(RunStarted.class, lab.events().getFirst());
        var finished = assertInstanceOf(Finished.class, lab.events().getLast());
        assertEquals(4, finished.baselineValue());
        assertEquals(1, finished.bestValue(), "3 * x");
        assertEquals(4, finished.gain());
        assertEquals(4, finished.gainLow());
        assertEquals(4, finished.gainHigh());
    }

    @Test
    void whatIsCountedIsComparedExactlyAndNeedsNoBlocks() throws Exception {
        run(TASK, Texts.of("x + x + x + 0", "x + x + x"), "x * 1 + 0 + x + x");
        assertEquals(0, lab.events(BlockMeasured.class).size());
        var accepted = accepted();
        assertEquals(1, accepted.size());
        assertEquals(2.0, accepted.getFirst().low());
        assertEquals(2.0, accepted.getFirst().high());
    }

    @Test
    void whatIsEquallyGoodIsNotAccepted() throws Exception {
        run(TASK, Texts.of("x + 1 * x + 0 + x"), "x * 1 + 0 + x + x");
        assertEquals(0, accepted().size());
        var finished = assertInstanceOf(Finished.class, lab.events().getLast());
        assertEquals(1, finished.gain());
    }

    @Test
    void aPerfectCandidateIsInfinitelyBetter() throws Exception {
        run(TASK.replace("x * 1 + 0 + x + x", "x + 0"), Texts.of("x", "x * 1"), "x + 0");
        var finished = assertInstanceOf(Finished.class, lab.events().getLast());
        assertEquals(0, finished.bestValue());
        assertEquals(Double.POSITIVE_INFINITY, finished.gain());
    }

    @Test
    void manyConfirmationsInOneRunNeedNoControls() throws Exception {
        // One operation less in every candidate, and a budget that confirms every 16 evaluations.
        var texts = new ArrayList<String>();
        for (int zeros = 400; zeros > 0; zeros--) {
            texts.add("x" + " + 0".repeat(zeros));
        }
        var seed = "x" + " + 0".repeat(401);
        run(
                TASK.replace("x * 1 + 0 + x + x", "x").replace("evaluations = 60", "evaluations = 300"),
                new Texts("a/a.txt", texts),
                seed);
        assertTrue(accepted().size() > 5, "accepted " + accepted().size());
        assertInstanceOf(Finished.class, lab.events().getLast());
    }

    @Test
    void severalPartsShareOneObjective() throws Exception {
        var task = """
                name = "weighted"
                [[parts]]
                name = "a"
                layer = "arithmetic"
                files = ["a.txt"]
                  [parts.arithmetic]
                  equals = "x * 1 + x"
                [[parts]]
                name = "b"
                layer = "arithmetic"
                files = ["b.txt"]
                  [parts.arithmetic]
                  equals = "x + 0 + 7"
                [[objectives]]
                metric = "weight"
                goal = "minimize"
                formula = "a.operations + 2 * b.operations"
                """;
        run(task, new Walk(), "x * 1 + x", "x + 0 + 7");
        var finished = assertInstanceOf(Finished.class, lab.events().getLast());
        assertEquals(2 + 2 * 2, finished.baselineValue());
        assertEquals(1 + 2 * 1, finished.bestValue());
        assertEquals(2.0, finished.gain());
    }

    @Test
    void whoeverMadeTheAcceptedStepGetsTheCredit() throws Exception {
        run(TASK, new Walk(), "x * 1 + 0 + x + x");
        var accepted = accepted();
        assertFalse(accepted.isEmpty());
        for (var step : accepted) {
            assertEquals(Credit.OPERATORS, proposalOf(step.challenger()).credit());
        }
    }

    @Test
    void duplicatesAndPatchesThatDoNotFitCostNoEvaluation() throws Exception {
        run(
                TASK,
                (context, count, random) -> {
                    var parent = context.incumbent().digest();
                    return context.history().size() > 1
                            ? List.of()
                            : List.of(
                                    Texts.proposal(parent, "a/a.txt", "x + x + x"),
                                    Texts.proposal(parent, "a/a.txt", "x + x + x"),
                                    Texts.proposal(parent, "a/a.txt", "x * 1 + 0 + x + x\n"),
                                    Texts.proposal(parent, "a/other.txt", "x"),
                                    Texts.proposal("0000", "a/a.txt", "x"));
                },
                "x * 1 + 0 + x + x");
        var entries = lab.events(Proposed.class).getFirst().entries();
        assertNull(entries.get(0).refusal());
        assertEquals(
                List.of(Reason.DUPLICATE, Reason.DUPLICATE, Reason.BUILD, Reason.BUILD),
                entries.subList(1, 5).stream()
                        .map(entry -> assertNotNullRefusal(entry).reason())
                        .toList());
        assertEquals(1, lab.events(Evaluated.class).size());
        assertInstanceOf(Finished.class, lab.events().getLast());
    }

    @Test
    void theBudgetOfEvaluationsIsKeptToTheLast() throws Exception {
        run(
                TASK.replace("evaluations = 60", "evaluations = 13"),
                new Texts(
                        "a/a.txt",
                        IntStream.range(0, 50).mapToObj(i -> "x + " + i).toList()),
                "x * 1 + 0 + x + x");
        assertEquals(13, lab.events(Evaluated.class).size());
        assertEquals(Why.EVALUATIONS, lab.events(SearchEnded.class).getFirst().why());
    }

    @Test
    void theBudgetOfTimeEndsTheSearchInTheMiddleOfABatch() throws Exception {
        var task = lab.task(TASK + "time = \"10s\"\n", "x * 1 + 0 + x + x");
        var texts = new Texts(
                "a/a.txt", IntStream.range(0, 50).mapToObj(i -> "x + " + i).toList());
        var runs = lab.runs(texts, new Ticks(Duration.ofSeconds(1)));
        runs.start(runs.task(task), Lab.options(1, 1));
        assertEquals(Why.TIME, lab.events(SearchEnded.class).getFirst().why());
        int evaluated = lab.events(Evaluated.class).size();
        assertTrue(evaluated > 0 && evaluated < 8, "the first batch has 8, evaluated were " + evaluated);
        assertInstanceOf(Finished.class, lab.events().getLast());
    }

    @Test
    void aProposerWithoutIdeasEndsTheSearch() throws Exception {
        run(TASK, Texts.of("x + x + x"), "x * 1 + 0 + x + x");
        assertEquals(Why.EXHAUSTED, lab.events(SearchEnded.class).getFirst().why());
    }

    @Test
    void aFaultOfOursIsTriedOnceMore() throws Exception {
        run(TASK, Texts.of("3 * x + 0 * 1111", "3 * x + 0 * 2222"), "x * 1 + 0 + x + x");
        assertTrue(lab.events(Evaluated.class).get(0).evaluation().passed());
        assertInstanceOf(
                Outcome.Faulted.class,
                lab.events(Evaluated.class)
                        .get(1)
                        .evaluation()
                        .stages()
                        .getLast()
                        .outcome());
    }

    @Test
    void aCandidateThatBreaksAStageOnlyHarmsItself() throws Exception {
        run(TASK, Texts.of("3 * x + 0 * 3333", "3 * x"), "x * 1 + 0 + x + x");
        var first = lab.events(Evaluated.class)
                .get(0)
                .evaluation()
                .stages()
                .getLast()
                .outcome();
        var faulted = assertInstanceOf(Outcome.Faulted.class, first);
        assertTrue(faulted.message().contains("the stage cannot read 3 * x + 0 * 3333"), faulted.message());
        assertEquals(1, accepted().size());
    }

    @Test
    void whatIsIncorrectIsRejected() throws Exception {
        run(TASK, Texts.of("x + x", "3 * y"), "x * 1 + 0 + x + x");
        assertEquals(
                List.of(Reason.INCORRECT, Reason.BUILD),
                lab.events(Evaluated.class).stream()
                        .map(event -> assertInstanceOf(
                                        Outcome.Rejected.class,
                                        event.evaluation().stages().getLast().outcome())
                                .reason())
                        .toList());
    }

    @Test
    void whatFailsOnlyWhenItIsConfirmedIsNotAccepted() throws Exception {
        run(TASK, Texts.of("x * 3", "x + x + x"), "x * 1 + 0 + x + x");
        assertEquals(
                List.of(Verdict.FAILED, Verdict.ACCEPTED),
                lab.events(Decided.class).stream().map(Decided::verdict).toList());
        assertEquals(2, assertInstanceOf(Finished.class, lab.events().getLast()).bestValue());
    }

    @Test
    void aSeedThatFailsEndsTheRunAtOnce() throws Exception {
        run(TASK, new Walk(), "x");
        assertEquals(2, lab.events().size());
        assertInstanceOf(LoopEvent.BaselineEvaluated.class, lab.events().getLast());
    }

    @Test
    void anObjectiveNobodyMeasuresFailsTheSeedWithTheReason() throws Exception {
        run(TASK.replace("\"operations\"", "\"speed\""), new Walk(), "x * 1 + 0 + x + x");
        var baseline =
                assertInstanceOf(LoopEvent.BaselineEvaluated.class, lab.events().getLast());
        var outcome = assertInstanceOf(
                Outcome.Rejected.class, baseline.evaluation().stages().getLast().outcome());
        assertTrue(outcome.message().contains("objective speed should be measured by one part"), outcome.message());
    }

    @Test
    void aCandidateWhoseObjectiveIsNoNumberIsRejected() throws Exception {
        run(
                TASK.replace("goal = \"minimize\"", "goal = \"minimize\"\nformula = \"12 / (a.operations - 1)\""),
                Texts.of("3 * x", "x + x + x"),
                "x * 1 + 0 + x + x");
        var outcome = lab.events(Evaluated.class)
                .get(0)
                .evaluation()
                .stages()
                .getLast()
                .outcome();
        assertEquals(
                Reason.INCORRECT,
                assertInstanceOf(Outcome.Rejected.class, outcome).reason());
        assertInstanceOf(Finished.class, lab.events().getLast());
    }

    @Test
    void theSecretIsToldWhenNoCandidateRunsAnyMore() throws Exception {
        run(TASK, new Walk(), "x * 1 + 0 + x + x");
        var events = lab.events();
        assertInstanceOf(SecretRevealed.class, events.get(events.size() - 2));
        assertEquals(1, lab.events(SecretRevealed.class).size());
        assertTrue(lab.events(Decided.class).stream().allMatch(decided -> decided.kind() == Kind.CANDIDATE));
    }

    private void run(String toml, Proposer proposer, String... expressions) throws Exception {
        var runs = lab.runs(proposer);
        runs.start(runs.task(lab.task(toml, expressions)), Lab.options(1, 1));
    }

    private List<Decided> accepted() {
        return lab.events(Decided.class).stream()
                .filter(decided -> decided.verdict() == Verdict.ACCEPTED)
                .toList();
    }

    private Proposal proposalOf(String candidate) {
        return lab.events(Proposed.class).stream()
                .flatMap(batch -> batch.entries().stream())
                .filter(entry ->
                        entry.candidate() != null && entry.candidate().digest().equals(candidate))
                .findFirst()
                .orElseThrow()
                .proposal();
    }

    private static Outcome.Rejected assertNotNullRefusal(Proposed.Entry entry) {
        assertNotNull(entry.refusal());
        return entry.refusal();
    }
}
