package dev.ouroboros.engine.run;

import static dev.ouroboros.engine.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.ChildJvm;
import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.loop.Journal;
import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.Stamped;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Story;
import dev.ouroboros.engine.testlayer.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run survives {@code kill -9} at any moment, and several processes may share a workspace but not a run. */
class KilledRunTest {
    private static final int KILLS = 30;
    private static final int BATCH = 8;
    private static final String SEED = "x * 1 + 0 + x + x + 0 * x + 1 * x";
    private static final String TASK = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.parameters]
              WIDTH = [1, 2, 4]
              [parts.arithmetic]
              equals = "x * 1 + 0 + x + x + 0 * x + 1 * x"
              cost = "0.0001 * (1 + operations) / WIDTH"
              alike = true
              pause-ms = 5
              log = "LOG"
            [[objectives]]
            metric = "seconds"
            goal = "minimize"
            [budget]
            evaluations = 40
            """;

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    @Test
    void whateverTheMomentOfTheKillTheRunGoesOnAsIfNothingHadHappened() throws Exception {
        var undisturbed = folder.resolve("undisturbed");
        var life = lifeOf(undisturbed);
        var story = story(undisturbed);
        var random = new SplittableRandom(1);
        int killedAtWork = 0;
        for (int i = 0; i < KILLS; i++) {
            var place = folder.resolve("killed" + i);
            try (var child = start(place)) {
                assertEquals("begins", child.line());
                double moment = (i + random.nextDouble()) / KILLS;
                if (i % 5 == 0) {
                    child.killAfter(part(life.beforeTheRun(), random.nextDouble()));
                } else {
                    assertEquals("1", child.line());
                    child.killAfter(part(life.ofTheRun(), moment));
                }
            }
            killedAtWork += goesOn(place, story) ? 1 : 0;
        }
        assertTrue(killedAtWork >= KILLS / 2, "only " + killedAtWork + " were killed at work");
    }

    @Test
    void aRunKilledAgainAndAgainComesToItsEnd() throws Exception {
        var undisturbed = folder.resolve("undisturbed");
        lifeOf(undisturbed);
        var place = folder.resolve("killed");
        int kills = 0;
        while (!isFinished(place)) {
            try (var child = start(place)) {
                assertEquals("begins", child.line());
                for (int event = 0; event < 20 && child.line() != null; event++) {
                    // Its 20th event, or its end.
                }
            }
            kills++;
        }
        assertTrue(kills > 3, "killed only " + kills + " times");
        assertEquals(story(undisturbed), story(place));
    }

    @Test
    void aSecondProcessMayNotWorkOnTheSameRun() throws Exception {
        try (var child = start(folder, "slow");
                var lab = new Lab(folder)) {
            assertEquals("begins", child.line());
            assertEquals("1", child.line());
            assertRefused(
                    ArchiveException.class,
                    "run " + lab.run() + " is being worked on already",
                    () -> lab.runs(new Walk()).resume(lab.run(), Lab.options(1, 1)));
        }
    }

    @Test
    void twoProcessesRunInOneWorkspaceAtOnce() throws Exception {
        try (var one = start(folder, "new");
                var other = start(folder, "new")) {
            assertEquals(0, one.exit());
            assertEquals(0, other.exit());
        }
        try (var lab = new Lab(folder)) {
            var runs = lab.archive().runs();
            assertEquals(2, runs.size());
            assertEquals(
                    story(folder, Journal.read(lab.archive().ledger(runs.getFirst()))),
                    story(folder, Journal.read(lab.archive().ledger(runs.getLast()))));
        }
    }

    private record Life(Duration beforeTheRun, Duration ofTheRun) {}

    private Life lifeOf(Path place) throws IOException, InterruptedException {
        try (var child = start(place)) {
            assertEquals("begins", child.line());
            long begin = System.nanoTime();
            assertEquals("1", child.line());
            long first = System.nanoTime();
            while (child.line() != null) {
                // Events up to the last one.
            }
            assertEquals(0, child.exit());
            return new Life(Duration.ofNanos(first - begin), Duration.ofNanos(System.nanoTime() - first));
        }
    }

    private static Duration part(Duration whole, double fraction) {
        return Duration.ofNanos((long) (whole.toNanos() * fraction));
    }

    /** Goes on with what a kill left; returns whether it had begun and was not finished. */
    private static boolean goesOn(Path place, List<String> story) throws Exception {
        try (var lab = new Lab(place)) {
            var runs = lab.runs(new Walk());
            if (lab.archive().runs().isEmpty()) {
                runs.start(runs.task(place.resolve("task")), Lab.options(1, 2));
                assertEquals(story, story(place));
                return false;
            }
            var before = lab.stamped();
            boolean atWork = !lab.events().isEmpty() && !(lab.events().getLast() instanceof LoopEvent.Finished);
            runs.resume(lab.run(), Lab.options(1, 2));
            assertEquals(before, lab.stamped().subList(0, before.size()), "nothing that was archived is lost");
            assertEquals(story, story(place));
            assertEquals(List.of(), lab.archive().ledger(lab.run()).check());
            checkNothingWasDoneTwice(lab, place);
            return atWork;
        }
    }

    private static void checkNothingWasDoneTwice(Lab lab, Path place) throws IOException {
        var evaluated =
                lab.events(Evaluated.class).stream().map(Evaluated::candidate).toList();
        assertEquals(new HashSet<>(evaluated).size(), evaluated.size(), "a candidate was archived twice");
        var times = Files.readAllLines(place.resolve("log")).stream()
                .collect(Collectors.groupingBy(digest -> digest, Collectors.counting()));
        var again = times.values().stream().filter(count -> count > 1).toList();
        assertTrue(again.size() <= BATCH, "more was evaluated again than was in flight: " + times);
        assertTrue(again.stream().allMatch(count -> count == 2), "evaluated more than twice: " + times);
    }

    private static boolean isFinished(Path place) {
        try (var lab = new Lab(place)) {
            return !lab.archive().runs().isEmpty() && lab.events().getLast() instanceof LoopEvent.Finished;
        }
    }

    /** The story of the only run in a place, without the name of the place. */
    private static List<String> story(Path place) {
        try (var lab = new Lab(place)) {
            return story(place, lab.stamped());
        }
    }

    private static List<String> story(Path place, List<Stamped> events) {
        return Story.of(events.stream().map(Stamped::event).toList()).stream()
                .map(line -> line.replace(place.toString(), "PLACE"))
                .toList();
    }

    private ChildJvm start(Path place, String... how) throws IOException {
        try (var lab = new Lab(place)) {
            lab.task(
                    TASK.replace("LOG", place.resolve("log").toString())
                            .replace(
                                    "pause-ms = 5",
                                    List.of(how).contains("slow") ? "pause-ms = 1000000" : "pause-ms = 5"),
                    SEED);
        }
        var arguments = new ArrayList<Object>(List.of(place));
        arguments.addAll(List.of(how));
        return ChildJvm.start(temporary, Victim.class, arguments.toArray());
    }

    /**
     * Works on the run in a folder, a new one if there is none or the second argument is {@code new}, and prints the
     * number of each event.
     */
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            System.out.println("begins");
            var place = Path.of(arguments[0]);
            var how = arguments.length > 1 ? arguments[1] : "";
            try (var lab = new Lab(place)) {
                var runs = lab.runs(new Walk(), InstantSource.system(), stamped -> System.out.println(stamped.seq()));
                if (lab.archive().runs().isEmpty() || how.equals("new")) {
                    runs.start(runs.task(place.resolve("task")), Lab.options(1, 2));
                } else {
                    runs.resume(lab.run(), Lab.options(1, 2));
                }
            }
        }
    }
}
