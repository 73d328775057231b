package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.CheckStage;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.KernelBench;
import dev.ouroboros.cfamily.host.Runner;
import dev.ouroboros.cfamily.host.Trial;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.engine.task.TaskException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each attack wins as soon as the defence against it is taken away, and fails with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArmedAttackTest {
    private static final Shape SHAPE = Kernels.shape(64, 64, 64);
    private static final int RUNS = 4;

    private Workshop guarded;

    @BeforeAll
    void open() throws Exception {
        guarded = Kernels.workshop();
    }

    @AfterAll
    void close() {
        guarded.close();
    }

    @Test
    void anOutputLeftFromAnotherRunIsPoisoned() throws Exception {
        assertWinsOnlyWithout(Attacks.NOTHING, Defence.POISON, Defence.FRESH_INPUTS);
        assertWinsOnlyWithout(Attacks.ALL_BUT_ONE, Defence.POISON, Defence.FRESH_INPUTS);
    }

    @Test
    void anAnswerOfAnEarlierRunIsWrongForTheNextInputs() throws Exception {
        try (var open = Kernels.workshopWithout(Defence.POISON, Defence.FRESH_INPUTS);
                var halfOpen = Kernels.workshopWithout(Defence.POISON)) {
            assertInstanceOf(Outcome.Passed.class, afterHonest(open, Attacks.REPLAY));
            assertRejected(Reason.INCORRECT, afterHonest(halfOpen, Attacks.REPLAY));
        }
    }

    @Test
    void aChangedInputIsSeen() throws Exception {
        assertWinsOnlyWithout(Attacks.TOUCHES_INPUT, Defence.KEPT_INPUTS);
    }

    @Test
    void whatIsRightOnlyAtFirstIsCheckedWhileItIsTimed() throws Exception {
        try (var open = Kernels.workshopWithout(Defence.JUDGED_TIMING)) {
            assertInstanceOf(Outcome.Passed.class, new CheckStage(open).run(Kernels.artifact(Attacks.LATER_WRONG)));
            assertTrue(gain(open, Attacks.LATER_WRONG) > 2, "without the check it is faster");
        }
        var failure = assertThrows(CandidateFailure.class, () -> gain(guarded, Attacks.LATER_WRONG));
        assertRejected(Reason.INCORRECT, failure.outcome());
    }

    private void assertWinsOnlyWithout(String attack, Defence... defences) throws Exception {
        try (var open = Kernels.workshopWithout(defences)) {
            assertInstanceOf(Outcome.Passed.class, afterHonest(open, attack));
        }
        assertRejected(Reason.INCORRECT, afterHonest(guarded, attack));
    }

    private static void assertRejected(Reason reason, Outcome outcome) {
        var rejected = assertInstanceOf(Outcome.Rejected.class, outcome, outcome::toString);
        assertEquals(reason, rejected.reason(), outcome::toString);
    }

    /** Runs an attack in a worker that an honest kernel has just used. */
    private static Outcome afterHonest(Workshop workshop, String attack) throws InterruptedException, TaskException {
        try (Runner runner = Runner.start(workshop.target(), Workshop.checkBytes(workshop.task()))) {
            trial(workshop, runner, Kernels.HONEST).at(SHAPE, 1);
            trial(workshop, runner, attack).at(SHAPE, RUNS);
            return Outcome.passed();
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    private static Trial trial(Workshop workshop, Runner runner, String source)
            throws CandidateFailure, InterruptedException {
        var candidate = Candidate.of(Kernels.PART, Kernels.artifact(source));
        return new Trial(workshop, runner, workshop.compiler().compile(candidate));
    }

    private static double gain(Workshop workshop, String attack) throws CandidateFailure, InterruptedException {
        var bench = new KernelBench(workshop);
        try (var duel = bench.open(Kernels.TASK.seed(), Kernels.artifact(attack))) {
            double gain = 0;
            for (int pair = 0; pair < 10; pair++) {
                duel.nextPair();
                gain = duel.run(Side.INCUMBENT).seconds()
                        / duel.run(Side.CHALLENGER).seconds();
            }
            return gain;
        }
    }
}
