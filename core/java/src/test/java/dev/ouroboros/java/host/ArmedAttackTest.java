package dev.ouroboros.java.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.engine.layer.Stage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each attack fails at its stage, passes the check once its defence is taken away, and has an honest twin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArmedAttackTest {
    private SumTask sum;
    private Workshop guarded;
    private Workshop open;
    private List<Stage> cascade;
    private final Map<Set<Defence>, Workshop> opened = new HashMap<>();

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        sum = SumTask.in(folder);
        guarded = sum.workshop();
        open = workshop(Set.of(Defence.GUARD));
        opened.put(Set.of(Defence.GUARD), open);
        cascade = sum.cascade(guarded);
    }

    @AfterAll
    void close() {
        guarded.close();
        opened.values().forEach(Workshop::close);
        assertEquals(0, ProcessHandle.current().descendants().count(), "processes left behind");
    }

    private Workshop workshop(Set<Defence> without) {
        try {
            return sum.workshop(without.toArray(Defence[]::new));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
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
            Outcome outcome = stage.run(sum.artifact(attack.source()));
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
        for (Stage stage : cascade.subList(0, 4)) {
            Outcome outcome = stage.run(sum.artifact(attack.twin()));
            assertInstanceOf(Outcome.Passed.class, outcome, () -> stage.name() + ": " + outcome);
        }
    }

    @ParameterizedTest
    @MethodSource("armed")
    void winsWithoutItsDefence(Attack attack) throws Exception {
        Workshop without = opened.computeIfAbsent(attack.without(), this::workshop);
        Outcome outcome = new CheckStage(without).run(sum.artifact(attack.source()));
        assertInstanceOf(Outcome.Passed.class, outcome, outcome::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(0); return 0;",
                "Runtime.getRuntime().halt(0); return 0;",
                "for (int i = 0; i < 32; i++) try (var out = new java.io.FileOutputStream(\"/proc/self/fd/\" + i)) {"
                        + " out.write(7); out.flush(); } catch (java.io.IOException e) {} return 0;",
                "for (int i = 1; i > 0; i |= 1) {} return 0;"
            })
    void whatGotPastTheGuardDisturbsNobodyButItself(String body) throws Exception {
        Artifact attack = sum.artifact(Attack.code("", body));
        Outcome outcome = new CheckStage(open).run(attack);
        assertTrue(outcome instanceof Outcome.Rejected || outcome instanceof Outcome.TimedOut, outcome::toString);
        Outcome honest = new CheckStage(open).run(sum.artifact(Attack.code("", Attack.honest())));
        assertInstanceOf(Outcome.Passed.class, honest, honest::toString);
    }

    @Test
    void whatIsWrongOnlyWhileItIsTimedIsFound() throws Exception {
        Artifact late =
                sum.artifact(Attack.code("static int launches;", "if (launches++ > 100) return 1;" + Attack.honest()));
        assertInstanceOf(Outcome.Passed.class, new CheckStage(open).run(late));
        var failure = assertThrows(CandidateFailure.class, () -> pairs(open, late));
        var rejected = assertInstanceOf(Outcome.Rejected.class, failure.outcome());
        assertEquals(Reason.INCORRECT, rejected.reason());
        try (var without = sum.workshop(Defence.GUARD, Defence.JUDGED_TIMING)) {
            assertEquals(4, pairs(without, late));
        }
    }

    @Test
    void aFileThatIsNoneOfTheTasksIsRefused() throws Exception {
        Artifact service = sum.artifact(SumTask.SEED).with("code/META-INF/services/java.util.spi.ToolProvider", "Sum");
        var rejected = assertInstanceOf(Outcome.Rejected.class, new InspectStage(guarded.part()).run(service));
        assertEquals(Reason.GUARD, rejected.reason());
    }

    private int pairs(Workshop workshop, Artifact challenger) throws Exception {
        var bench = new JavaBench(workshop);
        try (var duel = bench.open(sum.artifact(SumTask.SEED), challenger)) {
            int samples = 0;
            for (int pair = 0; pair < 2; pair++) {
                duel.nextPair();
                assertTrue(duel.run(Side.INCUMBENT).seconds() > 0);
                assertTrue(duel.run(Side.CHALLENGER).seconds() > 0);
                samples += 2;
            }
            return samples;
        }
    }
}
