package dev.ouroboros.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationAsked;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.propose.Guest;
import dev.ouroboros.engine.propose.GuestProposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Texts;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in which somebody outside of the loop proposes. */
class GuestRunTest {
    @TempDir
    Path folder;

    @Test
    void aGuestHasACandidateConfirmedWhenItLikesNotWhenTheScheduleDoes() throws Exception {
        try (var lab = run(
                TimedRunTest.TASK, List.of(propose("x + x + x"), GuestRunTest::confirmLatest, GuestRunTest::leave))) {
            var events = lab.events();
            int asked = indexOf(events, ConfirmationAsked.class);
            var started = assertInstanceOf(ConfirmationStarted.class, events.get(asked + 1));
            assertEquals(Kind.CANDIDATE, started.kind());
            assertTrue(asked < indexOf(events, SearchEnded.class));
            assertTrue(assertInstanceOf(Finished.class, events.getLast()).gain() > 1);
        }
    }

    @Test
    void whatCannotBeConfirmedIsNotAndTheRunGoesOn() throws Exception {
        Function<ProposerContext, Guest.Turn> nonsense =
                context -> new Guest.Turn.Confirm(context.history().getFirst().candidate());
        var turns = List.<Function<ProposerContext, Guest.Turn>>of(nonsense, propose("x + x + x"), GuestRunTest::leave);
        try (var lab = run(TimedRunTest.TASK, turns)) {
            assertEquals(1, lab.events(Evaluated.class).size());
            assertInstanceOf(Finished.class, lab.events().getLast());
        }
    }

    @Test
    void aGuestThatAsksAgainAndAgainDoesNotEndTheSearch() throws Exception {
        Function<ProposerContext, Guest.Turn> nonsense =
                context -> new Guest.Turn.Confirm(context.history().getFirst().candidate());
        var turns = List.<Function<ProposerContext, Guest.Turn>>of(
                nonsense, nonsense, nonsense, nonsense, propose("x + x + x"), GuestRunTest::leave);
        try (var lab = run(TimedRunTest.TASK, turns)) {
            assertEquals(1, lab.events(Evaluated.class).size());
        }
    }

    @Test
    void aGuestIsToldHowMuchTimeIsLeft() throws Exception {
        var left = new ArrayList<Long>();
        Function<ProposerContext, Guest.Turn> looks = context -> {
            left.add(context.timeLeft().toMillis());
            return propose("x + x + x").apply(context);
        };
        Function<ProposerContext, Guest.Turn> looksAgain = context -> {
            left.add(context.timeLeft().toMillis());
            return new Guest.Turn.Leave();
        };
        try (var lab = run(TimedRunTest.TASK + "time = \"90s\"\n", List.of(looks, looksAgain))) {
            assertEquals(1, lab.events(Evaluated.class).size());
            assertTrue(left.get(1) < left.get(0) && left.get(0) < 90_000, left.toString());
        }
    }

    @Test
    void theRecordReplays() throws Exception {
        try (var lab = run(
                TimedRunTest.TASK,
                List.of(propose("x + x + x"), GuestRunTest::confirmLatest, propose("3 * x"), GuestRunTest::leave))) {
            var assembly = lab.assembly((_, _, _) -> List.of());
            var online = new Assembly(
                    assembly.layers(), assembly.proposer(), "external", false, assembly.tools(), assembly.exclusion());
            var result = new Runs(lab.archive(), online, java.time.InstantSource.system(), List.of())
                    .replay(lab.run(), Lab.options(1, 1));
            assertEquals(List.of(), result.differences());
            assertEquals(2, lab.events(Evaluated.class).size());
        }
    }

    private static Function<ProposerContext, Guest.Turn> propose(String text) {
        return context -> new Guest.Turn.Propose(
                List.of(Texts.proposal(context.incumbent().digest(), "a/a.txt", text)));
    }

    private static Guest.Turn leave(ProposerContext context) {
        return new Guest.Turn.Leave();
    }

    private static Guest.Turn confirmLatest(ProposerContext context) {
        return new Guest.Turn.Confirm(context.history().getLast().candidate());
    }

    private static int indexOf(List<LoopEvent> events, Class<? extends LoopEvent> kind) {
        return events.stream().map(Object::getClass).toList().indexOf(kind);
    }

    private Lab run(String task, List<Function<ProposerContext, Guest.Turn>> turns) throws Exception {
        Queue<Function<ProposerContext, Guest.Turn>> left = new ArrayDeque<>(turns);
        Guest guest = (context, _) -> (left.size() > 1 ? left.remove() : left.element()).apply(context);
        var lab = new Lab(folder);
        var runs = lab.runs(new GuestProposer(guest));
        runs.start(runs.task(lab.task(task, TimedRunTest.SEED)), Lab.options(1, 1));
        return lab;
    }
}
