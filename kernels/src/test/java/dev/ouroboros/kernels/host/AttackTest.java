package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.CheckStage;
import dev.ouroboros.cfamily.host.HeldOutStage;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks on the check of answers, in one workshop: each costs one outcome and disturbs no later candidate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {
    private Workshop workshop;

    @BeforeAll
    void open() throws Exception {
        workshop = Kernels.workshop();
    }

    @AfterAll
    void close() {
        workshop.close();
        assertEquals(0, ProcessHandle.current().descendants().count(), "processes left behind");
    }

    static Stream<Arguments> wrongAnswers() {
        return Stream.of(
                Arguments.of("unwritten", Attacks.NOTHING, Reason.INCORRECT),
                Arguments.of("one unwritten", Attacks.ALL_BUT_ONE, Reason.INCORRECT),
                Arguments.of("zeroed inputs", Attacks.ZERO_INPUTS, Reason.INCORRECT),
                Arguments.of("touched input", Attacks.TOUCHES_INPUT, Reason.INCORRECT),
                Arguments.of("constant", Attacks.CONSTANT, Reason.INCORRECT),
                Arguments.of("half precision", Attacks.HALF_PRECISION, Reason.INCORRECT),
                Arguments.of("much local memory", Attacks.MUCH_LOCAL_MEMORY, Reason.BUILD),
                Arguments.of("write behind", Attacks.WRITES_BEHIND, Reason.INCORRECT),
                Arguments.of("import", Attacks.IMPORT, Reason.BUILD),
                Arguments.of("crash", Attacks.CRASH, Reason.INCORRECT),
                Arguments.of("gigabyte", Attacks.GIGABYTE, Reason.INCORRECT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAnswers")
    void costsOneOutcome(String name, String source, Reason reason) throws Exception {
        Outcome outcome = new CheckStage(workshop).run(Kernels.artifact(source));
        var rejected = assertInstanceOf(Outcome.Rejected.class, outcome, outcome::toString);
        assertEquals(reason, rejected.reason(), outcome::toString);
        assertInstanceOf(Outcome.Passed.class, new CheckStage(workshop).run(Kernels.TASK.seed()));
    }

    @Test
    void anEndlessKernelIsEnded() throws Exception {
        Outcome outcome = new CheckStage(workshop).run(Kernels.artifact(Attacks.HANG));
        assertInstanceOf(Outcome.TimedOut.class, outcome, outcome::toString);
    }

    @Test
    void aKernelThatEatsTheCompilerIsEnded() throws Exception {
        Outcome outcome = new CheckStage(workshop).run(Kernels.artifact(Attacks.COMPILER_EATER));
        assertTrue(outcome instanceof Outcome.Rejected || outcome instanceof Outcome.TimedOut, outcome::toString);
    }

    @Test
    void anInterruptEndsTheStageAndItsProcesses() throws Exception {
        var artifact = Kernels.artifact(Attacks.HANG + "// interrupted");
        workshop.compiler().compile(Candidate.of(Kernels.PART, artifact));
        long before = ProcessHandle.current().descendants().count();
        var stage = new CheckStage(workshop);
        var interrupted = new CompletableFuture<Boolean>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                stage.run(artifact);
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            } catch (RuntimeException e) {
                interrupted.completeExceptionally(e);
            }
        });
        while (thread.getState() == Thread.State.NEW || !thread.isAlive()) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        assertTrue(interrupted.get(60, TimeUnit.SECONDS));
        assertTrue(ProcessHandle.current().descendants().count() <= before);
    }

    @Test
    void knownShapesPassTheCheckAndFailTheHeldOutOnes() throws Exception {
        var artifact = Kernels.artifact(Attacks.KNOWN_SHAPES);
        assertInstanceOf(Outcome.Passed.class, new CheckStage(workshop).run(artifact));
        assertEquals(
                new Outcome.Rejected(Reason.INCORRECT, "incorrect on a held-out input"),
                new HeldOutStage(workshop).run(artifact));
        assertInstanceOf(Outcome.Passed.class, new HeldOutStage(workshop).run(Kernels.TASK.seed()));
    }
}
