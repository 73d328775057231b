package dev.ouroboros.nativec.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.CheckStage;
import dev.ouroboros.cfamily.host.Defence;
import dev.ouroboros.cfamily.host.HeldOutStage;
import dev.ouroboros.cfamily.host.InspectStage;
import dev.ouroboros.cfamily.host.Runner;
import dev.ouroboros.cfamily.host.Trial;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.nativec.guard.CSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack fails at its stage, wins the check of answers once its defence is taken away, and has an honest twin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArmedAttackTest {
    private static final Shape SHAPE = new Shape(Map.of("m", 17L, "n", 31L, "k", 5L));

    private Workshop guarded;
    private List<Stage> cascade;

    @BeforeAll
    void open() throws Exception {
        guarded = Kernels.workshop();
        cascade = List.of(
                new InspectStage(Kernels.PART, CSource.DIALECT),
                new CheckStage(guarded),
                Kernels.sanitize(),
                new HeldOutStage(guarded));
    }

    @AfterAll
    void close() {
        guarded.close();
        assertEquals(0, ProcessHandle.current().descendants().count(), "processes left behind");
    }

    static Stream<Attack> all() {
        return Attack.ALL.stream();
    }

    static Stream<Attack> armed() {
        return all().filter(attack -> !attack.without().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("all")
    void failsAtItsStage(Attack attack) throws Exception {
        for (Stage stage : cascade) {
            Outcome outcome = stage.run(Kernels.artifact(attack.source()));
            if (stage.name().equals(attack.stage())) {
                var rejected = assertInstanceOf(Outcome.Rejected.class, outcome, outcome::toString);
                assertEquals(attack.reason(), rejected.reason(), outcome::toString);
                return;
            }
            assertInstanceOf(Outcome.Passed.class, outcome, () -> stage.name() + ": " + outcome);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsHonestTwinPasses(Attack attack) throws Exception {
        for (Stage stage : cascade) {
            Outcome outcome = stage.run(Kernels.artifact(attack.twin()));
            assertInstanceOf(Outcome.Passed.class, outcome, () -> stage.name() + ": " + outcome);
        }
    }

    @ParameterizedTest
    @MethodSource("armed")
    void winsWithoutItsDefence(Attack attack) throws Exception {
        try (var open = Kernels.workshopWithout(attack.without().toArray(Defence[]::new))) {
            Outcome outcome = afterHonest(open, Kernels.artifact(attack.source()));
            assertInstanceOf(Outcome.Passed.class, outcome, outcome::toString);
        }
    }

    @Test
    void aKernelThatGotPastTheGuardDisturbsNobodyButItself() throws Exception {
        try (var open = Kernels.workshopWithout(Defence.IMPORTS)) {
            for (Attack attack : Attack.ALL.subList(0, 2)) {
                Outcome outcome = new CheckStage(open).run(Kernels.artifact(attack.source()));
                var rejected = assertInstanceOf(Outcome.Rejected.class, outcome, outcome::toString);
                assertEquals(true, rejected.reason() == Reason.INCORRECT || rejected.reason() == Reason.GUARD);
                assertInstanceOf(Outcome.Passed.class, new CheckStage(open).run(Kernels.TASK.seed()));
            }
        }
    }

    @Test
    void anEndlessKernelIsEnded() throws Exception {
        Outcome outcome =
                new CheckStage(guarded).run(Kernels.artifact(Attack.kernel("", "for (volatile int i = 1; i;) {}")));
        assertInstanceOf(Outcome.TimedOut.class, outcome, outcome::toString);
    }

    /** Runs an attack in a worker that the honest kernel has just used. */
    private static Outcome afterHonest(Workshop workshop, Artifact attack) throws InterruptedException {
        try (Runner runner = Runner.start(workshop.target(), Workshop.checkBytes(workshop.task()))) {
            trial(workshop, runner, Kernels.TASK.seed()).at(SHAPE, 1);
            trial(workshop, runner, attack).at(SHAPE, 4);
            return Outcome.passed();
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    private static Trial trial(Workshop workshop, Runner runner, Artifact artifact)
            throws CandidateFailure, InterruptedException {
        return new Trial(workshop, runner, workshop.compiler().compile(Candidate.of(Kernels.PART, artifact)));
    }
}
