package dev.ouroboros.java.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.engine.layer.Stage;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search is played, not timed: who plays by the rules is ranked, who does not gains nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlayedSearchTest {
    private static final String HONEST = "var tried = trials.ranked();"
            + " if (!tried.isEmpty()) { for (Point next : trials.grid().adjacent(tried.getFirst().point()))"
            + " if (trials.isNew(next)) return List.of(next); }";

    /** The best there is, learned by heart: where it lies among axes of 4, 5 and 6 values. */
    private static final String BY_HEART = "Point best = Point.of(3, 4, 5);"
            + " if (trials.grid().axes().get(0).size() == 4 && trials.grid().axes().get(1).size() == 5"
            + " && trials.isNew(best)) return List.of(best);";

    /** What an enumeration remembers no static field shows: the best of all plays. */
    private static final String MEMORY =
            "enum Memory { ALL; final java.util.Map<Object, Trial> best = new java.util.HashMap<>(); }\n";

    private static final String REMEMBERED =
            "for (Trial trial : trials.ranked()) Memory.ALL.best.merge(trials.grid(), trial,"
                    + " (a, b) -> a.logGain() >= b.logGain() ? a : b);"
                    + " Trial best = Memory.ALL.best.get(trials.grid());"
                    + " if (best != null && trials.isNew(best.point())) return List.of(best.point());";

    private SearchTask search;
    private Workshop workshop;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        search = SearchTask.in(folder);
        workshop = search.workshop();
    }

    @AfterAll
    void close() {
        workshop.close();
        assertEquals(0, ProcessHandle.current().descendants().count(), "processes left behind");
    }

    @Test
    void whoPlaysByTheRulesPassesEveryStageAndIsRanked() throws Exception {
        Artifact honest = search.artifact("", HONEST);
        for (Stage stage : search.cascade(workshop)) {
            for (Artifact artifact : new Artifact[] {search.seed(), honest}) {
                Outcome outcome = stage.run(artifact);
                assertInstanceOf(Outcome.Passed.class, outcome, () -> stage.name() + ": " + outcome);
            }
        }
        assertEquals(0, screen(workshop, search.seed()).logGain());
        double gain = screen(workshop, honest).logGain();
        assertTrue(gain > 0.2, "gain " + gain);
    }

    @Test
    void aBlockPlaysBothSidesFromTheSameSeeds() throws Exception {
        try (var duel = new PlayBench(workshop).open(search.seed(), search.artifact("", HONEST))) {
            duel.nextPair();
            double incumbent = duel.run(Side.INCUMBENT).seconds();
            double challenger = duel.run(Side.CHALLENGER).seconds();
            assertTrue(incumbent > 0 && challenger > 0);
        }
        try (var duel = new PlayBench(workshop).open(search.seed(), search.seed())) {
            duel.nextPair();
            assertEquals(duel.run(Side.INCUMBENT), duel.run(Side.CHALLENGER));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            build | GUARD     | try { Class.forName("java.io.File"); } catch (ClassNotFoundException e) { return List.of(); }
            build | GUARD     | if (new java.io.File("/").exists()) return List.of();
            build | GUARD     | if (System.nanoTime() > 0) return List.of();
            play  | INCORRECT | if (trials.all().size() > 3) throw new IllegalStateException("enough");
            play  | INCORRECT | return List.of(Point.of(9, 9, 9));
            play  | INCORRECT | return List.of(Point.of(1));
            play  | INCORRECT | if (!trials.all().isEmpty()) return List.of(trials.all().getLast().point());
            play  | INCORRECT | return List.of(trials.grid().point(0), trials.grid().point(1));
            play  | INCORRECT | return null;
            play  | INCORRECT | trials.all().clear();
            """)
    void whoBreaksARuleFailsAtItsStage(String stage, Reason reason, String body) throws Exception {
        assertRejected(stage, reason, search.artifact("", body));
    }

    @Test
    void whoKeepsAStaticFieldIsRefused() throws Exception {
        assertRejected("build", Reason.GUARD, search.artifact("private static int plays;", "plays++;"));
    }

    @Test
    void whoNeverChoosesIsEnded() throws Exception {
        try (var impatient = search.workshop(1)) {
            Artifact endless = search.artifact("", "while (trials.all().size() > 2) {}");
            assertInstanceOf(Outcome.TimedOut.class, new PlayStage(impatient).run(endless));
        }
    }

    @Test
    void whoRemembersOtherPlaysIsFoundByPlayingOnceMore() throws Exception {
        Artifact remembering = search.artifact(MEMORY, REMEMBERED);
        var failure = assertThrows(CandidateFailure.class, () -> screen(workshop, remembering));
        var rejected = assertInstanceOf(Outcome.Rejected.class, failure.outcome());
        assertEquals(Reason.GUARD, rejected.reason());
        try (var without = search.workshop(Defence.REPLAYED_PLAYS)) {
            double gain = screen(without, remembering).logGain();
            assertTrue(gain > 0.2, "unless it is found it wins: " + gain);
        }
    }

    @Test
    void whatWasLearnedByHeartIsOfNoUseBehindTheVeil() throws Exception {
        Artifact learned = search.artifact("", BY_HEART);
        try (var without = search.workshop(Defence.VEILED_SPACES)) {
            double gain = screen(without, learned).logGain();
            assertTrue(gain > 1, "without the veil it wins: " + gain);
        }
        var failure = assertThrows(CandidateFailure.class, () -> screen(workshop, learned));
        var rejected = assertInstanceOf(Outcome.Rejected.class, failure.outcome());
        assertTrue(Set.of(Reason.DUPLICATE, Reason.NOT_BETTER).contains(rejected.reason()), rejected::toString);
    }

    private PairedSamples screen(Workshop where, Artifact challenger) throws Exception {
        return new PlayBench(where).screen("code", search.seed(), challenger);
    }

    private void assertRejected(String at, Reason reason, Artifact artifact) throws Exception {
        for (Stage stage : search.cascade(workshop)) {
            Outcome outcome = stage.run(artifact);
            if (stage.name().equals(at)) {
                var rejected = assertInstanceOf(Outcome.Rejected.class, outcome, outcome::toString);
                assertEquals(reason, rejected.reason(), outcome::toString);
                return;
            }
            assertInstanceOf(Outcome.Passed.class, outcome, () -> stage.name() + ": " + outcome);
        }
    }
}
