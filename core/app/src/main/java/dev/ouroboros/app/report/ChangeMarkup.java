package dev.ouroboros.app.report;

import static dev.ouroboros.app.report.Tag.tag;

import dev.ouroboros.app.history.Change;
import dev.ouroboros.app.history.Change.FileChange;
import dev.ouroboros.app.history.Change.ParameterChange;
import java.util.ArrayList;
import java.util.List;

/** A change as a table of parameters and coloured diffs, and in a few words. */
final class ChangeMarkup {
    private static final int FEW = 3;

    private ChangeMarkup() {}

    static Markup of(Change change) {
        var pieces = new ArrayList<Markup>();
        if (!change.parameters().isEmpty()) {
            pieces.add(parameters(change.parameters()));
        }
        change.files().forEach(file -> pieces.add(diff(file)));
        if (change.none()) {
            pieces.add(tag("p", "class", "note").text("No file and no parameter differs."));
        }
        return Markup.join(pieces);
    }

    /** Returns for example {@code TILE_M 1 → 4 · sgemm.cl +2 −1}. */
    static String brief(Change change) {
        var words = new ArrayList<String>();
        change.parameters().stream()
                .limit(FEW)
                .forEach(parameter ->
                        words.add(parameter.name() + " " + parameter.before() + " → " + parameter.after()));
        if (change.parameters().size() > FEW) {
            words.add((change.parameters().size() - FEW) + " more");
        }
        change.files().forEach(file -> words.add(file.path() + " +" + count(file, '+') + " −" + count(file, '-')));
        return String.join(" · ", words);
    }

    private static Markup parameters(List<ParameterChange> parameters) {
        return tag("div", "class", "scroll")
                .holding(tag("table", "class", "parameters")
                        .holding(
                                tag("thead")
                                        .holding(tag("tr")
                                                .holding(
                                                        tag("th").text("parameter"),
                                                        tag("th").text("before"),
                                                        tag("th").text(""),
                                                        tag("th").text("after"))),
                                tag("tbody")
                                        .holding(parameters.stream()
                                                .map(ChangeMarkup::row)
                                                .toList())));
    }

    private static Markup row(ParameterChange change) {
        return tag("tr")
                .holding(
                        tag("td")
                                .holding(
                                        tag("span", "class", "quiet").text(change.part() + " / "),
                                        tag("code").text(change.name())),
                        tag("td", "class", "old").text(change.before()),
                        tag("td", "class", "quiet").text("→"),
                        tag("td", "class", "new").text(change.after()));
    }

    private static Markup diff(FileChange file) {
        return tag("div", "class", "diff")
                .holding(
                        tag("div", "class", "diff-name").text(file.path()),
                        tag("pre", "tabindex", 0)
                                .holding(hunks(file).stream()
                                        .map(line -> tag("span", "class", style(line))
                                                .text(line + "\n"))
                                        .toList()));
    }

    private static long count(FileChange file, char sign) {
        return hunks(file).stream()
                .filter(line -> !line.isEmpty() && line.charAt(0) == sign)
                .count();
    }

    /** Returns the diff without its two lines that name the file. */
    private static List<String> hunks(FileChange file) {
        boolean named = file.diff().getFirst().startsWith("--- ");
        return named ? file.diff().subList(2, file.diff().size()) : file.diff();
    }

    private static String style(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> "add";
            case '-' -> "del";
            case '@' -> "hunk";
            default -> "same";
        };
    }
}
