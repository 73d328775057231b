package dev.ouroboros.hdl.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.tool.WorkFolder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final Duration SIX = Duration.ofSeconds(6);

    @Test
    void sharesThatAreInUseAreNotGivenTwice() throws Exception {
        var allowance = new Allowance(Duration.ofSeconds(10));
        List<Duration> shares =
                allowance.spend(SIX, first -> allowance.spend(SIX, second -> List.of(first, second, allowance.left())));
        assertEquals(List.of(SIX, Duration.ofSeconds(4), Duration.ZERO), shares);
    }

    @Test
    void whatWasSurelyNotUsedIsThereAgain() throws Exception {
        var allowance = new Allowance(Duration.ofDays(2));
        allowance.spend(Duration.ofDays(1), Duration::toNanos);
        assertTrue(allowance.left().compareTo(Duration.ofDays(1)) > 0, "an hour did not pass");
        assertTrue(allowance.left().compareTo(Duration.ofDays(2)) <= 0, "nor did time come back");
    }

    /** What counts is the time of the processor: the program is told by the kernel, not by our clock. */
    @Test
    void aProgramHasALimitOfProcessorTime() throws Exception {
        try (var folder = WorkFolder.create()) {
            var result = Machine.TOOLS.runFor(
                    Duration.ofMillis(29_500), folder, List.of(), "sh", List.of("-c", "ulimit -t"));
            assertEquals("30", result.out().strip(), result::toString);
        }
    }
}
