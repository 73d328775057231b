package dev.ouroboros.app.view;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.sample.SampleRun;
import dev.ouroboros.app.summary.RunSummary;
import org.junit.jupiter.api.Test;

class RunTextTest {
    private final SampleRun sample = SampleRun.of(1, 40);

    @Test
    void aFinishedRunTellsItsGainAndReport() {
        var text = ended(sample);

        assertTrue(text.contains("better throughput") && text.contains("report: report.html"), text);
    }

    @Test
    void anInterruptedRunTellsHowToGoOnAndClaimsNothing() {
        var text = ended(sample.cutAfter(30));

        assertTrue(text.contains("./ouroboros resume sgemm-"), text);
        assertFalse(text.contains("better"), text);
    }

    @Test
    void aHaltedRunClaimsNothing() {
        var text = ended(sample.halted("a control was accepted"));

        assertTrue(text.startsWith("HALTED") && !text.contains("better"), text);
    }

    @Test
    void aMissingSandboxIsNamed() {
        assertTrue(ended(SampleRun.hostile(3, 8)).contains("NO SANDBOX"));
    }

    private static String ended(SampleRun run) {
        return RunText.ended(RunSummary.of(run.history(), "report.html"));
    }
}
