package dev.ouroboros.app.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.sample.SampleRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void theStateFollowsTheRun() {
        var sample = SampleRun.of(1, 40);
        var history = sample.history();
        var state = ProgressState.BEFORE;
        for (var stamped : sample.events()) {
            state = state.after(stamped.event());
        }

        assertEquals(40, state.done());
        assertEquals(history.steps().size(), state.accepted());
        assertEquals(history.steps().getLast().gainAfter(), state.gain(), 1e-9);
        assertEquals("done", state.doing());
    }

    @Test
    void whatHappensNowNamesTheBlock() {
        var state = ProgressState.BEFORE;
        int seen = 0;
        for (var stamped : SampleRun.of(1, 8).events()) {
            state = state.after(stamped.event());
            seen += state.doing().matches("confirming candidate \\d+, block 7") ? 1 : 0;
        }
        assertTrue(seen > 0);
    }

    @Test
    void milestonesArePlainLines() {
        var text = shown(Progress::lines, SampleRun.of(1, 40));

        assertTrue(
                text.contains("evaluated 40 of 40") && text.contains("accepted ") && text.contains("finished: gain"),
                text);
        assertFalse(text.contains("\u001B") || text.contains("\r"), text);
    }

    @Test
    void aHostileNameStaysOnItsLine() {
        var text = shown(Progress::lines, SampleRun.hostile(3, 8));

        assertFalse(text.contains("\u001B") || text.contains("\u202E"), text);
    }

    @Test
    void theBarShowsTheBestAndTheEnd() {
        var text = shown(Progress::bar, SampleRun.of(1, 40));

        assertTrue(text.contains("evaluations") && text.contains("40/40") && text.contains("best "), text);
    }

    private static String shown(Function<PrintStream, Progress> kind, SampleRun run) {
        var out = new ByteArrayOutputStream();
        try (var err = new PrintStream(out, true, StandardCharsets.UTF_8);
                var progress = kind.apply(err)) {
            run.events().forEach(progress::on);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
