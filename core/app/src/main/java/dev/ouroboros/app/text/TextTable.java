package dev.ouroboros.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of words in aligned columns, each cell on one line and shown as {@link VisibleText} does; a column whose name starts with {@code >} is aligned to the right. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int WIDEST = 200;

    private final List<String> names;
    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /** Makes a table with these columns. */
    public TextTable(String... columns) {
        names = List.of(columns).stream()
                .map(name -> name.startsWith(">") ? name.substring(1) : name)
                .toList();
        right = List.of(columns).stream().map(name -> name.startsWith(">")).toList();
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has not as many cells as there are columns
     */
    public void add(String... cells) {
        if (cells.length != names.size()) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells for the " + names.size() + " columns " + names);
        }
        rows.add(List.of(cells).stream()
                .map(cell -> VisibleText.line(cell, WIDEST))
                .toList());
    }

    /** Returns the table, a line a row, each ended by a line break; the names of the columns come first. */
    public String text(Ink ink) {
        return ink.soft(line(names)) + "\n"
                + rows.stream().map(row -> line(row) + "\n").collect(Collectors.joining());
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> padded(cells.get(column), column))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(String cell, int column) {
        var pad = " ".repeat(width(column) - length(cell));
        return right.get(column) ? pad + cell : cell + pad;
    }

    private int width(int column) {
        return Math.max(
                length(names.get(column)),
                rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
