package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.AttachedFile;
import dev.ouroboros.app.history.Candidate;
import dev.ouroboros.app.history.Fate;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Figures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Runs in which refuted candidates differ from the seed, drawn as waveforms: a few, and none twice. */
final class Counterexamples {
    private static final int MOST = 3;

    private final RunHistory history;
    private final Function<String, byte[]> blobs;

    private Counterexamples(RunHistory history, Function<String, byte[]> blobs) {
        this.history = history;
        this.blobs = blobs;
    }

    static Markup of(RunHistory history, Function<String, byte[]> blobs) {
        return new Counterexamples(history, blobs).draw();
    }

    /** A candidate and the waveform that refutes it. */
    private record Refuted(Candidate candidate, AttachedFile attached) {}

    private Markup draw() {
        var all = refuted();
        if (all.isEmpty()) {
            return Markup.NOTHING;
        }
        var figures = new ArrayList<Markup>();
        Set<String> seen = new HashSet<>();
        for (Refuted refuted : all) {
            String like = refuted.attached().stage() + firstLine(refuted.candidate());
            if (figures.size() < MOST && seen.add(like)) {
                figures.add(figure(refuted));
            }
        }
        String more = all.size() > figures.size() ? ", " + figures.size() + " of them below" : "";
        return tag("div", "class", "counterexamples")
                .holding(
                        tag("h3").text("How they differ"),
                        tag("p", "class", "note")
                                .text(Figures.count(all.size(), "candidate") + " left a waveform" + more
                                        + ". Numbers above are cycles, values hexadecimal; the cycle that is wrong is"
                                        + " marked."),
                        Markup.join(figures));
    }

    private List<Refuted> refuted() {
        return history.candidates().stream()
                .filter(candidate -> !candidate.accepted())
                .flatMap(candidate -> history.attached(candidate.digest()).stream()
                        .filter(attached -> attached.file().mediaType().equals(Waveform.TYPE))
                        .map(attached -> new Refuted(candidate, attached)))
                .toList();
    }

    private Markup figure(Refuted refuted) {
        String text = new String(blobs.apply(refuted.attached().file().digest()), StandardCharsets.UTF_8);
        Waveform wave = Waveform.read(text);
        String digest = Figures.digest(refuted.candidate().digest());
        int left = wave == null ? 0 : WaveChart.leftOut(wave);
        return tag("figure", "class", "counterexample")
                .holding(
                        tag("figcaption")
                                .holding(
                                        tag("b").text("#" + refuted.candidate().number()),
                                        Markup.text(" " + refuted.attached().stage() + ": "
                                                + firstLine(refuted.candidate()))),
                        wave == null
                                ? tag("p", "class", "note").text("The file is no waveform that can be drawn.")
                                : WaveChart.of(wave),
                        tag("p", "class", "note")
                                .holding(
                                        Markup.text(
                                                left == 0
                                                        ? "Whole: "
                                                        : Figures.count(left, "signal") + " more, whole: "),
                                        tag("code")
                                                .text("./ouroboros export "
                                                        + history.start().run() + " --candidate " + digest + " --to "
                                                        + digest),
                                        Markup.text(
                                                " writes " + refuted.attached().path())));
    }

    private static String firstLine(Candidate candidate) {
        return candidate.fate() instanceof Fate.NotAccepted(var _, var _, var message)
                ? message.lines().findFirst().orElse("").replaceAll(" \\(values in hexadecimal\\):$", "")
                : "";
    }
}
