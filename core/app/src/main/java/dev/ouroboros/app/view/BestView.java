package dev.ouroboros.app.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.app.history.Change;
import dev.ouroboros.app.history.Change.ParameterChange;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.text.TextTable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code best RUN} prints.
 *
 * @param best as in {@link RunSummary}
 * @param confirmedGain product of the accepted steps; the gain to report is that of the re-run
 * @param parameters those that differ from the baseline
 * @param files digest of each file of the best by path
 */
public record BestView(
        String run,
        RunSummary.Best best,
        @JsonProperty("confirmed_gain") double confirmedGain,
        boolean improved,
        List<ParameterChange> parameters,
        SortedMap<String, String> files,
        @JsonProperty("changed_files") List<String> changedFiles,
        @Nullable Integer evaluation) {

    /** Finds the best of a run. */
    public static BestView of(RunHistory history, Function<String, byte[]> blobs) {
        var change = Change.between(history.start().baseline(), history.best(), blobs);
        boolean improved = !history.steps().isEmpty();
        return new BestView(
                history.start().run(),
                RunSummary.of(history, null).best(),
                improved ? history.steps().getLast().gainAfter() : 1,
                improved,
                change.parameters(),
                new TreeMap<>(history.best().files()),
                change.files().stream().map(Change.FileChange::path).toList(),
                improved ? (Integer) history.steps().getLast().candidate().number() : null);
    }

    /** Returns it for people. */
    public String text(Ink ink) {
        if (!improved) {
            return "The baseline is still the best: " + Figures.digest(best.candidate()) + "\n";
        }
        var text = new StringBuilder();
        text.append(ink.strong(Figures.digest(best.candidate())));
        text.append(
                best.gain() == null || best.gainLow() == null || best.gainHigh() == null
                        ? "  " + Figures.ratio(confirmedGain) + " confirmed so far"
                        : "  " + ink.good(Figures.ratio(best.gain())) + " ("
                                + Figures.interval(best.gainLow(), best.gainHigh()) + " at 99 %)");
        text.append("\n");
        if (!parameters.isEmpty()) {
            var table = new TextTable("part", "parameter", ">before", ">best");
            parameters.forEach(change -> table.add(change.part(), change.name(), change.before(), change.after()));
            text.append("\n").append(table.text(ink));
        }
        if (!changedFiles.isEmpty()) {
            var table = new TextTable("changed file", "content");
            changedFiles.forEach(path -> table.add(path, Figures.digest(files.getOrDefault(path, "removed"))));
            text.append("\n").append(table.text(ink));
        }
        return text + "\nWrite it to a folder: ./ouroboros export " + run + " --to DIR\n";
    }
}
