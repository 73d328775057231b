package dev.ouroboros.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.sample.SampleRun;
import dev.ouroboros.app.text.Ink;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private final SampleRun sample = SampleRun.of(1, 120);
    private final RunHistory history = sample.history();

    @Test
    void runsAreListedOneALine() {
        var unfinished = sample.cutAfter(40).history();
        var text = RunsView.of(List.of(history, unfinished)).text(Ink.PLAIN);

        assertEquals(3, text.lines().count());
        assertTrue(text.contains("finished") && text.contains("unfinished"), text);
    }

    @Test
    void noRunsSayHowToStartOne() {
        assertTrue(RunsView.of(List.of()).text(Ink.PLAIN).contains("./ouroboros run TASK"));
    }

    @Test
    void columnsAreAligned() {
        var lines = LineageView.of(history).text(Ink.PLAIN).lines().toList();

        int column = lines.getFirst().indexOf("candidate");
        assertEquals(history.steps().size() + 2, lines.size());
        lines.stream()
                .skip(1)
                .forEach(line -> assertTrue(line.charAt(column - 1) == ' ' && line.charAt(column) != ' '));
    }

    @Test
    void showNamesGainIntervalAndControls() {
        var text = ShowView.text(history, "report.html", Ink.PLAIN);

        assertTrue(text.contains("at 99 %") && text.contains("held") && text.contains("report.html"), text);
    }

    @Test
    void showSaysLoudlyThatThereWasNoSandbox() {
        var hostile = SampleRun.hostile(3, 20).history();

        assertTrue(ShowView.text(hostile, null, Ink.PLAIN).contains("NONE"));
    }

    @Test
    void bestListsWhatChanged() {
        var best = BestView.of(history, sample.blobs());

        assertEquals(history.best().digest(), best.best().candidate());
        assertEquals(List.of("kernel/sgemm.cl"), best.changedFiles());
        assertTrue(best.text(Ink.PLAIN).contains("TILE_M"), best.text(Ink.PLAIN));
    }

    @Test
    void bestAndShowTellOfTheFront() {
        var best = BestView.of(history, sample.blobs());

        assertEquals(0, best.front().getFirst().evaluation(), "the seed is on it");
        assertEquals(history.best().digest(), best.front().getLast().candidate());
        assertTrue(best.text(Ink.PLAIN).contains("registers"), best.text(Ink.PLAIN));
        assertTrue(ShowView.text(history, null, Ink.PLAIN).contains("hypervolume"));
    }

    @Test
    void aCandidateIsShownWithWhatEachStageSaidAndLeft() {
        var refuted = history.candidates().stream()
                .filter(candidate -> !history.attached(candidate.digest()).isEmpty())
                .findFirst()
                .orElseThrow();
        var text = StagesView.of(history, refuted.digest()).text(Ink.PLAIN);

        assertTrue(text.contains("kernel/check: incorrect"), text);
        assertTrue(text.contains("  output c differs at [17, 203]"), text);
        assertTrue(text.contains("file kernel/check/counterexample.vcd"), text);
        assertTrue(text.contains("export " + history.start().run() + " --candidate"), text);
        assertTrue(StagesView.of(history, history.start().baseline().digest())
                .text(Ink.PLAIN)
                .contains("registers 24"));
    }

    @Test
    void diffIsFromBaselineToBestOrFromParentToCandidate() {
        var whole = DiffView.of(history, sample.blobs(), null);
        var candidate = history.candidates().get(1);
        var one = DiffView.of(history, sample.blobs(), candidate.digest().substring(0, 12));

        assertEquals(history.start().baseline().digest(), whole.before());
        assertEquals(candidate.proposal().parents().getFirst(), one.before());
        assertTrue(whole.text(Ink.PLAIN).contains("@@"), whole.text(Ink.PLAIN));
    }

    @Test
    void anUnknownOrAmbiguousCandidateIsRefused() {
        var unknown = assertThrows(
                IllegalArgumentException.class, () -> DiffView.of(history, sample.blobs(), "not a digest"));
        var ambiguous = assertThrows(IllegalArgumentException.class, () -> DiffView.of(history, sample.blobs(), ""));

        assertTrue(unknown.toString().contains("lineage"), unknown::toString);
        assertTrue(ambiguous.toString().contains("more digits"), ambiguous::toString);
    }

    @Test
    void nothingACandidateSaysCommandsTheTerminal() {
        var hostile = SampleRun.hostile(3, 80);
        var told = hostile.history();
        var all = RunsView.of(List.of(told)).text(Ink.PLAIN)
                + ShowView.text(told, null, Ink.PLAIN)
                + unpainted(ShowView.text(told, null, Ink.COLOUR))
                + BestView.of(told, hostile.blobs()).text(Ink.PLAIN)
                + LineageView.of(told).text(Ink.PLAIN)
                + told.candidates().stream()
                        .map(candidate ->
                                StagesView.of(told, candidate.digest()).text(Ink.PLAIN))
                        .collect(Collectors.joining())
                + DiffView.of(told, hostile.blobs(), null).text(Ink.PLAIN);

        assertTrue(all.contains("⟨001B⟩"), "the attack was shown");
        assertFalse(all.contains("\u001B") || all.contains("\u202E") || all.contains("\u0007"), all);
    }

    private static String unpainted(String text) {
        return text.replaceAll("\u001B\\[(0|1|2|32)m|\u001B\\[31mNONE", "");
    }

    @Test
    void everyViewIsJsonToo() {
        var views = List.of(
                RunsView.of(List.of(history)),
                BestView.of(history, sample.blobs()),
                LineageView.of(history),
                StagesView.of(history, history.best().digest()),
                DiffView.of(history, sample.blobs(), null));

        views.forEach(view -> assertTrue(Json.mapper().readTree(Json.text(view)).isObject()));
        assertEquals(
                "2026-03-14T09:26:53Z",
                Json.mapper()
                        .readTree(Json.text(views.getFirst()))
                        .at("/runs/0/began")
                        .stringValue());
    }
}
