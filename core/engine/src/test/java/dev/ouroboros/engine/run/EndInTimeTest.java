package dev.ouroboros.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import dev.ouroboros.engine.loop.LoopEvent.SearchEnded;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Ticks;
import dev.ouroboros.engine.testlayer.Walk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time of a budget is that of the whole run: the search leaves room for what must follow it. */
class EndInTimeTest {
    /** As large as the time is long, and with blocks that the screen lets expect to take as long as they do by {@link Ticks}. */
    private static final String TASK = TimedRunTest.TASK
            .replace(
                    "WIDTH = [1, 2, 4]",
                    "WIDTH = [1, 2, 4]\n  IDLE = "
                            + IntStream.range(0, 60).boxed().toList())
            .replace("0.0001", "0.008")
            .replace("evaluations = 40", "evaluations = 10000\ntime = \"TIME\"");

    @TempDir
    Path folder;

    @Test
    void theRunEndsWhenItsTimeDoes() throws TaskException, InterruptedException {
        try (var lab = run("6m")) {
            var took = took(lab);
            assertInstanceOf(Finished.class, lab.events().getLast());
            assertEquals(List.of(new SearchEnded(SearchEnded.Why.TIME)), lab.events(SearchEnded.class));
            assertTrue(took.compareTo(Duration.ofMinutes(5)) > 0, took.toString());
            // Every event takes as long as a block here, and only blocks are planned for.
            assertTrue(took.compareTo(Duration.ofMinutes(6).plusSeconds(40)) < 0, took.toString());
        }
    }

    @Test
    void aTimeTooShortForTheProofStillSearches() throws TaskException, InterruptedException {
        try (var lab = run("80s")) {
            assertInstanceOf(Finished.class, lab.events().getLast());
            assertTrue(lab.events(Evaluated.class).size() > 1, lab.events().toString());
        }
    }

    private static Duration took(Lab lab) {
        var stamped = lab.stamped();
        return Duration.between(stamped.getFirst().at(), stamped.getLast().at());
    }

    private Lab run(String time) throws TaskException, InterruptedException {
        var lab = new Lab(folder);
        var runs = lab.runs(new Walk(), new Ticks(Duration.ofSeconds(2)));
        runs.start(runs.task(lab.task(TASK.replace("TIME", time), TimedRunTest.SEED)), Lab.options(1, 1));
        assertEquals(List.of(), runs.replay(lab.run(), Lab.options(1, 1)).differences());
        return lab;
    }
}
