package dev.ouroboros.engine.run;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Patch.ParameterSetting;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.BlockFailed;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Halted;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.testlayer.ArithmeticLayer;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Texts;
import dev.ouroboros.engine.testlayer.Walk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of tasks whose objective is timed; the times are simulated. */
class TimedRunTest {
    static final String TASK = """
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
              crashing = "x * 3"
              shaky = "1111"
            [[objectives]]
            metric = "seconds"
            goal = "minimize"
            [budget]
            evaluations = 40
            """;
    static final String SEED = "x * 1 + 0 + x + x";

    @TempDir
    Path folder;

    @Test
    void aRunFindsTheFastestExpressionWithTheBestParameter() throws Exception {
        try (var lab = run(TASK, new Walk(), SEED)) {
            var finished = assertInstanceOf(Finished.class, lab.events().getLast());
            // 5 / 1 against 2 / 4
            assertEquals(10, finished.gain(), 0.2);
            assertTrue(finished.gainLow() <= 10 && 10 <= finished.gainHigh(), finished.toString());
            assertEquals(5e-4, finished.baselineValue(), 1e-5);
            assertEquals(5e-5, finished.bestValue(), 1e-6);
        }
    }

    @Test
    void nothingIsAcceptedWithoutBlocksOfItsOwn() throws Exception {
        try (var lab = run(TASK, new Walk(), SEED)) {
            for (var accepted : decided(lab, Kind.CANDIDATE, Verdict.ACCEPTED)) {
                assertTrue(accepted.blocks() >= 10, accepted.toString());
                assertTrue(accepted.low() >= 1.01, accepted.toString());
            }
        }
    }

    @Test
    void theReportedGainComesFromAFreshRerun() throws Exception {
        try (var lab = run(TASK, new Walk(), SEED)) {
            assertEquals(8, lab.events(RerunBlockMeasured.class).size());
            var decided = lab.events().lastIndexOf(lab.events(Decided.class).getLast());
            assertTrue(decided
                    < lab.events().indexOf(lab.events(RerunBlockMeasured.class).getFirst()));
        }
    }

    @Test
    void everyRunEndsWithBothControls() throws Exception {
        try (var lab = run(TASK, new Walk(), SEED)) {
            assertEquals(
                    List.of(Kind.CONTROL_SELF, Kind.CONTROL_TASK),
                    lab.events(Decided.class).stream()
                            .map(Decided::kind)
                            .filter(kind -> kind != Kind.CANDIDATE)
                            .toList());
            assertTrue(decided(lab, Kind.CONTROL_SELF, Verdict.ACCEPTED).isEmpty());
            assertTrue(decided(lab, Kind.CONTROL_TASK, Verdict.ACCEPTED).isEmpty());
        }
    }

    @Test
    void controlsAreNoEvaluations() throws Exception {
        try (var lab = run(TASK.replace("= 40", "= 2"), new Walk(), SEED)) {
            assertEquals(2, lab.events(Evaluated.class).size());
            assertEquals(
                    2,
                    lab.events(ConfirmationStarted.class).stream()
                            .filter(started -> started.kind() != Kind.CANDIDATE)
                            .count());
        }
    }

    @Test
    void aBenchThatFavoursTheChallengerHaltsTheRun() throws Exception {
        var biased = TASK.replace("crashing =", "bias = 0.05\n  crashing =");
        try (var lab = run(biased, Texts.of("x + 0"), SEED)) {
            var halted = assertInstanceOf(Halted.class, lab.events().getLast());
            assertTrue(halted.reason().startsWith("the control CONTROL_SELF was accepted"), halted.reason());
        }
    }

    @Test
    void aControlTaskThatImprovesHaltsTheRun() throws Exception {
        try (var lab = run(new Lab(folder, new ArithmeticLayer(0.05)), TASK, Texts.of("x + 0"), SEED)) {
            var halted = assertInstanceOf(Halted.class, lab.events().getLast());
            assertTrue(halted.reason().startsWith("the control CONTROL_TASK was accepted"), halted.reason());
        }
    }

    @Test
    void aChallengerThatCrashesInABlockIsNotAccepted() throws Exception {
        try (var lab = run(TASK, Texts.of("x * 3", "x + x + x"), SEED)) {
            assertEquals(1, lab.events(BlockFailed.class).size());
            assertEquals(1, decided(lab, Kind.CANDIDATE, Verdict.FAILED).size());
            assertEquals(1, decided(lab, Kind.CANDIDATE, Verdict.ACCEPTED).size());
        }
    }

    @Test
    void aBlockThatFaultsIsMeasuredOnceMore() throws Exception {
        try (var lab = run(TASK, Texts.of("3 * x + 0 * 1111"), SEED)) {
            assertEquals(List.of(), lab.events(BlockFailed.class));
        }
    }

    @Test
    void aValueOutsideTheSpaceOfAParameterCostsNoEvaluation() throws Exception {
        Proposer outside = (context, count, random) -> List.of(new Proposal(
                List.of(context.incumbent().digest()),
                List.of(new ParameterSetting("a", Setting.of(Map.of("WIDTH", 1_000_000)))),
                Credit.PARAMETERS,
                "outside",
                "",
                Proposal.Cost.NONE));
        try (var lab = run(TASK, outside, SEED)) {
            var refusal =
                    lab.events(Proposed.class).getFirst().entries().getFirst().refusal();
            assertEquals(
                    new Outcome.Rejected(
                            Reason.BUILD,
                            "the patch does not apply: part a: parameter WIDTH is 1000000; expected one of [1, 2, 4]"),
                    refusal);
            assertEquals(List.of(), lab.events(Evaluated.class));
        }
    }

    @Test
    void severalTimedPartsAreMeasuredInOneBlock() throws Exception {
        var task = """
                name = "both"
                [[parts]]
                name = "a"
                layer = "arithmetic"
                files = ["a.txt"]
                  [parts.arithmetic]
                  equals = "x + x + x"
                  cost = "0.001 * (1 + operations)"
                [[parts]]
                name = "b"
                layer = "arithmetic"
                files = ["b.txt"]
                  [parts.arithmetic]
                  equals = "x + 0"
                  cost = "0.002 * (1 + operations)"
                [[objectives]]
                metric = "latency"
                goal = "minimize"
                formula = "a.seconds + b.seconds + 0.001 * b.operations"
                [budget]
                evaluations = 20
                """;
        try (var lab = run(task, new Walk(), "x + x + x", "x + 0")) {
            assertEquals(
                    List.of("a", "b"),
                    lab.events(BlockMeasured.class).getFirst().series().stream()
                            .map(series -> series.part())
                            .toList());
            var finished = assertInstanceOf(Finished.class, lab.events().getLast());
            // 3 + 4 + 1 against 2 + 2 + 0
            assertEquals(2.0, finished.gain(), 0.05);
        }
    }

    @Test
    void anObjectiveThatTwoPartsMeasureNeedsAFormula() {
        var part = TASK.substring(TASK.indexOf("[[parts]]"), TASK.indexOf("[[objectives]]"));
        var two = TASK.replace("[[objectives]]", part.replace("\"a\"", "\"b\"") + "[[objectives]]");
        try (var lab = new Lab(folder)) {
            assertRefused(
                    TaskException.class, "formula = \"a.seconds + b.seconds\"", () -> run(lab, two, new Walk(), SEED));
        }
    }

    @Test
    void aFormulaMustNameItsParts() {
        var unknown = TASK.replace("goal =", "formula = \"c.seconds\"\ngoal =");
        try (var lab = new Lab(folder)) {
            assertRefused(
                    TaskException.class,
                    "names c.seconds in its formula; expected part.metric, and the parts are [a]",
                    () -> run(lab, unknown, new Walk(), SEED));
        }
    }

    private Lab run(String toml, Proposer proposer, String... expressions) throws Exception {
        return run(new Lab(folder), toml, proposer, expressions);
    }

    private static Lab run(Lab lab, String toml, Proposer proposer, String... expressions) throws Exception {
        var runs = lab.runs(proposer);
        runs.start(runs.task(lab.task(toml, expressions)), Lab.options(1, 1));
        return lab;
    }

    private static List<Decided> decided(Lab lab, Kind kind, Verdict verdict) {
        return lab.events(Decided.class).stream()
                .filter(decided -> decided.kind() == kind && decided.verdict() == verdict)
                .toList();
    }
}
