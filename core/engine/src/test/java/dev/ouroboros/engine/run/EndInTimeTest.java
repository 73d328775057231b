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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time of a budget is that of the whole run: the search leaves room for what must follow it. */
class EndInTimeTest {
    private static final String TASK = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.parameters]
              WIDTH = [1, 2, 4]
              IDLE = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59]
              [parts.arithmetic]
              equals = "x * 1 + 0 + x + x"
              cost = "0.008 * (1 + operations) / WIDTH"
            [[objectives]]
            metric = "seconds"
            goal = "minimize"
            [budget]
            evaluations = 10000
            time = "TIME"
            """;

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
        runs.start(runs.task(lab.task(TASK.replace("TIME", time), "x * 1 + 0 + x + x")), Lab.options(1, 1));
        assertEquals(List.of(), runs.replay(lab.run(), Lab.options(1, 1)).differences());
        return lab;
    }
}
