package dev.ouroboros.app.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.sample.Contract;
import dev.ouroboros.app.sample.SampleRun;
import dev.ouroboros.engine.loop.LoopEvent.Finished;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunSummaryTest {
    private final SampleRun sample = SampleRun.of(1, 120);

    @Test
    void keysAreThoseThatScriptsRelyOn() {
        var json = json(sample);

        assertEquals(Contract.RUN_KEYS, json.propertyNames().stream().limit(17).toList());
        assertEquals(
                List.of("parameters", "operators", "recipe", "llm", "external"),
                List.copyOf(json.get("accepted_by").propertyNames()));
        assertEquals(
                List.of(
                        "build",
                        "incorrect",
                        "not-better",
                        "guard",
                        "timeout",
                        "memory",
                        "duplicate",
                        "inconclusive",
                        "faulted"),
                List.copyOf(json.get("rejected").propertyNames()));
        assertEquals(
                List.of("candidate", "value", "gain", "gain_low", "gain_high"),
                List.copyOf(json.get("best").propertyNames()));
    }

    @Test
    void everyCandidateIsCountedOnce() {
        var summary = RunSummary.of(sample.history(), null);

        int refused = sample.history().refusals().size();
        int others =
                summary.rejected().values().stream().mapToInt(Integer::intValue).sum() - refused;
        assertEquals(summary.evaluations(), summary.accepted() + others);
        assertEquals(
                summary.accepted(),
                summary.acceptedBy().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertTrue(summary.rejected().values().stream().allMatch(count -> count > 0), summary.rejected()::toString);
    }

    @Test
    void theGainIsThatOfTheFreshRerun() {
        var finished = (Finished) sample.events().getLast().event();
        var best = json(sample).get("best");

        assertEquals(finished.gain(), best.get("gain").doubleValue());
        assertEquals(finished.gainLow(), best.get("gain_low").doubleValue());
        assertEquals(finished.best(), best.get("candidate").stringValue());
    }

    @Test
    void aRunThatIsNotFinishedClaimsNoGain() {
        var cut = json(sample.cutAfter(sample.events().size() - 1));

        assertTrue(cut.get("best").get("gain").isNull());
        assertTrue(cut.get("best").get("value").isNull());
        assertEquals("unfinished", cut.get("status").stringValue());
    }

    @Test
    void aHaltedRunClaimsNothing() {
        var halted = json(sample.halted("control 2 was accepted"));

        assertTrue(halted.get("best").get("gain").isNull());
        assertEquals("none", halted.get("proof").stringValue());
        assertEquals("control 2 was accepted", halted.get("halted").stringValue());
    }

    @Test
    void theFrontIsOfTheSeedAndOfWhatWasAccepted() {
        var summary = RunSummary.of(sample.history(), null);
        var accepted = sample.history().steps().stream()
                .map(step -> step.candidate().digest())
                .toList();

        assertTrue(
                summary.front().contains(sample.history().start().baseline().digest()), "it has the fewest registers");
        assertTrue(summary.front().contains(summary.best().candidate()), "it has the highest throughput");
        assertTrue(summary.front().stream().skip(1).allMatch(accepted::contains));
        assertTrue(Objects.requireNonNull(summary.hypervolume()) > 2, summary::toString);
        assertEquals(
                List.of("throughput", "registers", "never-measured"),
                List.copyOf(summary.objectives().keySet()));
        assertEquals(
                24.0,
                Objects.requireNonNull(summary.objectives().get("registers")).baseline());
    }

    @Test
    void aHaltedRunHasNoFront() {
        var halted = RunSummary.of(sample.halted("control 2 was accepted").history(), null);

        assertEquals(List.of(), halted.front());
        assertNull(halted.hypervolume());
    }

    @Test
    void jsonHasNoBareNan() {
        assertFalse(Json.text(RunSummary.of(sample.history(), "report.html")).contains("NaN"));
    }

    private static JsonNode json(SampleRun run) {
        return Json.mapper().readTree(Json.text(RunSummary.of(run.history(), "report.html")));
    }
}
