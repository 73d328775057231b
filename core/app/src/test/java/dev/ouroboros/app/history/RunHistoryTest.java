package dev.ouroboros.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.sample.SampleRun;
import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.Stamped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
    private final SampleRun sample = SampleRun.of(1, 120);

    @Test
    void everyEvaluatedEventIsACandidate() {
        long evaluated = sample.events().stream()
                .filter(stamped -> stamped.event() instanceof LoopEvent.Evaluated)
                .count();

        assertEquals(evaluated, sample.history().candidates().size());
    }

    @Test
    void theLastStepMadeTheBest() {
        var history = sample.history();
        var finished = (LoopEvent.Finished) sample.events().getLast().event();

        assertTrue(history.steps().size() >= 3, () -> history.steps().size() + " steps");
        assertEquals(finished.best(), history.best().digest());
        assertEquals(finished.gain(), history.steps().getLast().gainAfter(), 0.05 * finished.gain());
    }

    @Test
    void everyPrefixOfARunCanBeRead() {
        for (int i = 1; i <= sample.events().size(); i++) {
            sample.cutAfter(i).history();
        }
    }

    @Test
    void theTimeInWhichNobodyWorkedDoesNotCount() {
        var events = new ArrayList<>(sample.events().subList(0, 60));
        var pause = Duration.ofHours(9);
        var before = RunHistory.of(events);
        events.add(new Stamped(61, events.getLast().at().plus(pause), new LoopEvent.Resumed()));
        for (var stamped : sample.events().subList(60, 80)) {
            events.add(new Stamped(stamped.seq() + 1, stamped.at().plus(pause), stamped.event()));
        }

        var resumed = RunHistory.of(events);

        assertTrue(before.duration().compareTo(resumed.duration()) < 0);
        assertEquals(sample.cutAfter(80).history().duration(), resumed.duration());
        assertEquals(
                sample.cutAfter(80).history().confirmations(), resumed.confirmations(), "no confirmation got longer");
    }

    @Test
    void aRunWithoutItsStartIsRefused() {
        var headless = sample.events().subList(1, 5);

        var refusal = assertThrows(IllegalArgumentException.class, () -> RunHistory.of(headless));
        assertTrue(refusal.toString().contains("BaselineEvaluated"), refusal::toString);
        assertThrows(IllegalArgumentException.class, () -> RunHistory.of(List.of()));
    }

    @Test
    void eventsSurviveJson() {
        for (var stamped : sample.events()) {
            var json = Json.mapper().writeValueAsString(stamped.event());

            assertEquals(stamped.event(), Json.mapper().readValue(json, LoopEvent.class), json);
        }
    }
}
