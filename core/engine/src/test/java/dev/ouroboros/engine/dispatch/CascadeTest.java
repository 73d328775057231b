package dev.ouroboros.engine.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.dispatch.Cascade.PartStage;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CascadeTest {
    private static final Artifact NOTHING = Artifact.of(Map.of());
    private static final Outcome WRONG = new Outcome.Rejected(Reason.INCORRECT, "wrong");
    private static final Outcome FAULT = new Outcome.Faulted("no disk");

    private final List<String> ran = new ArrayList<>();

    @Test
    void cheaperStagesRunFirstWhateverTheirPart() throws InterruptedException {
        var cascade = new Cascade(List.of(
                stage("a", CostClass.CHECK, Outcome.passed()),
                stage("b", CostClass.INSPECT, Outcome.passed()),
                stage("c", CostClass.BUILD, Outcome.passed()),
                stage("d", CostClass.BUILD, Outcome.passed())));
        assertEquals(List.of("b/s", "c/s", "d/s", "a/s"), names(cascade.check(NOTHING)));
    }

    @Test
    void theFirstThatDoesNotPassEndsIt() throws InterruptedException {
        var cascade =
                new Cascade(List.of(stage("a", CostClass.BUILD, WRONG), stage("b", CostClass.CHECK, Outcome.passed())));
        var results = cascade.check(NOTHING);
        assertEquals(List.of("a/s"), names(results));
        assertFalse(Cascade.passed(results));
    }

    @Test
    void stagesOfConfirmationWaitForIt() throws InterruptedException {
        var cascade = new Cascade(List.of(
                stage("a", CostClass.CONFIRM, Outcome.passed()), stage("b", CostClass.BUILD, Outcome.passed())));
        assertEquals(List.of("b/s"), names(cascade.check(NOTHING)));
        assertEquals(List.of("a/s"), names(cascade.confirm(NOTHING)));
    }

    @Test
    void aFaultOfOursIsTriedOnceMoreAndThenStands() throws InterruptedException {
        var once = new Cascade(List.of(stage("a", CostClass.BUILD, FAULT, Outcome.passed())));
        assertTrue(Cascade.passed(once.check(NOTHING)));
        assertEquals(List.of("a", "a"), ran);
        var always = new Cascade(List.of(stage("b", CostClass.BUILD, FAULT, FAULT, Outcome.passed())));
        assertEquals(FAULT, always.check(NOTHING).getFirst().outcome());
        assertEquals(List.of("a", "a", "b", "b"), ran);
    }

    @Test
    void aFaultOfTheCandidateIsNotTriedAgain() throws InterruptedException {
        var cascade = new Cascade(List.of(stage("a", CostClass.BUILD, WRONG, Outcome.passed())));
        assertEquals(WRONG, cascade.check(NOTHING).getFirst().outcome());
        assertEquals(List.of("a"), ran);
    }

    @Test
    void whatIsExactIsNamedByItsPartAndTheScreenHasNone() {
        var cells = Measurement.exact("cells", "", Direction.MINIMIZE, 12);
        var time = new Measurement("time", "s", Direction.MINIMIZE, false, List.of(1.0, 2.0));
        var results = List.of(
                new StageResult("a/build", new Outcome.Passed(List.of(cells, time), ""), 0),
                new StageResult("screen", Outcome.passed(), 0),
                new StageResult("b/check", WRONG, 0));
        assertEquals(Map.of("a.cells", cells), Cascade.exactMetrics(results));
    }

    private static List<String> names(List<StageResult> results) {
        return results.stream().map(StageResult::stage).toList();
    }

    /** A stage that gives these outcomes one after the other. */
    private PartStage stage(String part, CostClass cost, Outcome... outcomes) {
        var left = new ArrayList<>(List.of(outcomes));
        return new PartStage(part, new Stage() {
            @Override
            public String name() {
                return "s";
            }

            @Override
            public CostClass cost() {
                return cost;
            }

            @Override
            public String capability() {
                return "";
            }

            @Override
            public Outcome run(Artifact candidate) {
                ran.add(part);
                return left.removeFirst();
            }
        });
    }
}
