package dev.ouroboros.engine.run;

import static dev.ouroboros.engine.Refusals.messageOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.archive.ArchiveException;
import dev.ouroboros.engine.archive.SmallDisk;
import dev.ouroboros.engine.testlayer.Lab;
import dev.ouroboros.engine.testlayer.Story;
import dev.ouroboros.engine.testlayer.Walk;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run whose disk is full. */
class FullDiskTest {
    private static final String SEED = "x * 1 + 0 + x + x + 0 * x + 1 * x + 0 + 0 + 1 * x + 0 * x + x * 1";
    private static final String TASK = """
            name = "sum"
            [[parts]]
            name = "a"
            layer = "arithmetic"
            files = ["a.txt"]
              [parts.arithmetic]
              equals = "x * 1 + 0 + x + x + 0 * x + 1 * x + 0 + 0 + 1 * x + 0 * x + x * 1"
            [[objectives]]
            metric = "operations"
            goal = "minimize"
            """;

    @TempDir
    Path folder;

    @Test
    void aRunWhoseDiskIsFullSaysSoAndGoesOnOnceThereIsRoom() throws Exception {
        List<String> whole;
        try (var lab = new Lab(folder.resolve("whole"))) {
            var runs = lab.runs(new Walk());
            runs.start(runs.task(lab.task(TASK, SEED)), Lab.options(1, 1));
            whole = Story.of(lab.events());
        }
        var place = folder.resolve("small");
        try (var lab = new Lab(place, SmallDisk.open(place.resolve(Lab.WORKSPACE), 10))) {
            var runs = lab.runs(new Walk());
            var task = runs.task(lab.task(TASK, SEED));
            var message = messageOf(ArchiveException.class, () -> runs.start(task, Lab.options(1, 2)));
            assertTrue(message.contains("The disk is full. Nothing that was archived is lost"), message);
            assertTrue(lab.events().size() > 1, "it had begun");
        }
        try (var lab = new Lab(place)) {
            lab.runs(new Walk()).resume(lab.run(), Lab.options(1, 2));
            assertEquals(whole, Story.of(lab.events()));
            assertEquals(List.of(), lab.archive().ledger(lab.run()).check());
        }
    }
}
