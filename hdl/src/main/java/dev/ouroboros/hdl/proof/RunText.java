package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.proof.Counterexample.Signal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A counterexample as a table that people and proposers can read: a row a cycle, values in hexadecimal. */
public final class RunText {
    private static final int MOST_ROWS = 24;

    private RunText() {}

    /** Returns the last cycles, the one that is wrong at the end. */
    public static String of(Counterexample run) {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("cycle"));
        run.signals().stream().map(Signal::label).forEach(head::add);
        rows.add(head);
        int count = run.cycles().size();
        for (int cycle = Math.max(0, count - MOST_ROWS); cycle < count; cycle++) {
            List<String> row = new ArrayList<>(
                    List.of(cycle < run.resetCycles() ? "reset" : String.valueOf(cycle - run.resetCycles())));
            run.cycles().get(cycle).stream().map(RunText::hexadecimal).forEach(row::add);
            rows.add(row);
        }
        return run.mismatch().label() + " " + run.complaint() + " (values in hexadecimal):\n" + aligned(rows);
    }

    private static String hexadecimal(String digits) {
        return digits.contains("x") ? "b" + digits : new BigInteger(digits, 2).toString(16);
    }

    private static String aligned(List<List<String>> rows) {
        var text = new StringBuilder();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width = rows.stream()
                        .mapToInt(other -> other.get(at).length())
                        .max()
                        .orElse(0);
                line.append(row.get(column)).repeat(' ', width - row.get(column).length() + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
