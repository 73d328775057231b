package dev.ouroboros.app.view;

import dev.ouroboros.app.history.Candidate;
import dev.ouroboros.app.history.Change;
import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.app.text.Figures;
import dev.ouroboros.app.text.Ink;
import dev.ouroboros.app.text.TextTable;
import dev.ouroboros.app.text.VisibleText;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code diff RUN [CANDIDATE]} prints: from the baseline to the best, or from a candidate's parent to the candidate.
 *
 * @param before digest of the version on the left
 * @param after digest of the version on the right
 */
public record DiffView(String run, String before, String after, Change change) {

    /**
     * Compares.
     *
     * @param candidate first digits of a digest; null for the best against the baseline
     * @throws IllegalArgumentException if no candidate or more than one begins that way
     */
    public static DiffView of(RunHistory history, Function<String, byte[]> blobs, @Nullable String candidate) {
        Version before = history.start().baseline();
        Version after = history.best();
        if (candidate != null) {
            var found = find(history, candidate);
            var parent = history.versions().get(found.proposal().parents().getFirst());
            before = parent == null ? before : parent;
            after = found.version();
        }
        return new DiffView(
                history.start().run(), before.digest(), after.digest(), Change.between(before, after, blobs));
    }

    private static Candidate find(RunHistory history, String prefix) {
        var found = history.candidates().stream()
                .filter(candidate -> candidate.digest().startsWith(prefix))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    (found.isEmpty() ? "no candidate" : found.size() + " candidates") + " of run "
                            + history.start().run() + " with a digest that begins with '" + prefix + "'"
                            + (found.isEmpty()
                                    ? "; ./ouroboros lineage " + history.start().run() + " names the accepted ones"
                                    : "; give more digits"));
        }
        return found.getFirst();
    }

    /** Returns it for people; what follows the parameters is a patch. */
    public String text(Ink ink) {
        if (change.none()) {
            return "No difference between " + Figures.digest(before) + " and " + Figures.digest(after) + ".\n";
        }
        var text = new StringBuilder();
        if (!change.parameters().isEmpty()) {
            var table = new TextTable("part", "parameter", ">before", ">after");
            change.parameters().forEach(p -> table.add(p.part(), p.name(), p.before(), p.after()));
            text.append(table.text(ink)).append('\n');
        }
        change.files()
                .forEach(file -> file.diff()
                        .forEach(line ->
                                text.append(painted(VisibleText.of(line), ink)).append('\n')));
        return text.toString();
    }

    private static String painted(String line, Ink ink) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> ink.good(line);
            case '-' -> ink.bad(line);
            case '@' -> ink.soft(line);
            default -> line;
        };
    }
}
