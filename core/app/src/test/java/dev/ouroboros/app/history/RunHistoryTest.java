package dev.ouroboros.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.sample.SampleRun;
import dev.ouroboros.engine.loop.LoopEvent;
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
