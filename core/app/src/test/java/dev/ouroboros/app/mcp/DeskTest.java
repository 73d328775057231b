package dev.ouroboros.app.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.external.Suggestion;
import dev.ouroboros.app.external.Suggestions;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.dispatch.Withdrawals;
import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.propose.GuestProposer;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Ticks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
    @TempDir
    Path folder;

    /** Who is told of a candidate may ask for it at once, although the loop has not come round again. */
    @Test
    void aJudgedCandidateIsKnownBeforeTheLoopAsksForMore() throws Exception {
        var clock = new Ticks(Duration.ofMillis(1));
        var desk = new Desk(new Withdrawals(), clock);
        var found = new ArrayList<String>();
        Listener caller = stamped -> {
            desk.on(stamped);
            if (stamped.event() instanceof Evaluated evaluated && desk.context() != null) {
                try {
                    found.add(Suggestions.parent(
                            Objects.requireNonNull(desk.context()),
                            evaluated.candidate().substring(0, 12)));
                } catch (Complaint e) {
                    throw new AssertionError(e);
                }
                desk.leave();
            }
        };
        try (var lab = new Lab(folder)) {
            var runs = lab.runs(new GuestProposer(desk), clock, caller);
            var agent = Thread.ofVirtual().start(() -> propose(desk));
            runs.start(runs.task(lab.task(Houses.TASK, Houses.SEED)), Lab.options(1, 1));
            agent.join();
            assertEquals(List.of(lab.events(Evaluated.class).getLast().candidate()), found);
        }
    }

    private static void propose(Desk desk) {
        var patch = new Patch.BlockReplacement("a/a.txt", "x * 1 + 0 + x + x", "3 * x");
        try {
            desk.propose(
                    new Suggestion(null, List.of(patch), "", Proposal.Cost.NONE),
                    "test",
                    new Patience(Duration.ofMinutes(1), _ -> {}));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
