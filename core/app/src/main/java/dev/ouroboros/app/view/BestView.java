package dev.ouroboros.app.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.app.history.Change;
import dev.ouroboros.app.history.Change.ParameterChange;
import dev.ouroboros.app.history.Goal;
import dev.ouroboros.app.history.Landscape;
import dev.ouroboros.app.history.Landscape.Place;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.summary.RunSummary;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * @param front the seed and accepted candidates that no other one dominates; empty unless two objectives or more were measured
 * @param hypervolume as in {@link RunSummary}
 */
public record BestView(
        String run,
        RunSummary.Best best,
        @JsonProperty("confirmed_gain") double confirmedGain,
        boolean improved,
        List<ParameterChange> parameters,
        SortedMap<String, String> files,
        @JsonProperty("changed_files") List<String> changedFiles,
        @Nullable Integer evaluation,
        List<Member> front,
        @Nullable Double hypervolume) {

    /**
     * A candidate of the front.
     *
     * @param evaluation its number; 0 is the seed
     * @param values by metric
     */
    public record Member(String candidate, int evaluation, Map<String, Double> values) {}

    /** Finds the best of a run. */
    public static BestView of(RunHistory history, Function<String, byte[]> blobs) {
        var change = Change.between(history.start().baseline(), history.best(), blobs);
        boolean improved = !history.steps().isEmpty();
        var landscape = Landscape.of(history);
        return new BestView(
                history.start().run(),
                RunSummary.of(history, null).best(),
                improved ? history.steps().getLast().gainAfter() : 1,
                improved,
                change.parameters(),
                new TreeMap<>(history.best().files()),
                change.files().stream().map(Change.FileChange::path).toList(),
                improved ? (Integer) history.steps().getLast().candidate().number() : null,
                landscape.members().stream()
                        .map(place -> member(place, landscape.goals()))
                        .toList(),
                landscape.hypervolume());
    }

    private static Member member(Place place, List<Goal> goals) {
        var values = new LinkedHashMap<String, Double>();
        goals.forEach(goal -> values.put(goal.metric(), Objects.requireNonNull(place.value(goal))));
        return new Member(place.candidate(), place.number(), values);
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
        if (front.size() > 1) {
            text.append("\nThe front: none of these is worse than another by every objective.\n")
                    .append(frontTable().text(ink));
        }
        return text + "\nWrite it to a folder: ./ouroboros export " + run + " --to DIR\n";
    }

    private TextTable frontTable() {
        var metrics = List.copyOf(front.getFirst().values().keySet());
        var columns = new ArrayList<>(List.of("candidate", ">evaluation"));
        metrics.forEach(metric -> columns.add(">" + metric));
        var table = new TextTable(columns.toArray(String[]::new));
        for (Member member : front) {
            var cells = new ArrayList<String>();
            cells.add(Figures.digest(member.candidate()));
            cells.add(member.evaluation() == 0 ? "seed" : "" + member.evaluation());
            metrics.forEach(metric -> cells.add(Figures.value(member.values().getOrDefault(metric, Double.NaN))));
            table.add(cells.toArray(String[]::new));
        }
        return table;
    }
}
