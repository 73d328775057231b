package dev.ouroboros.cfamily.reference;

import java.util.stream.IntStream;

/** Splits rows over the processors. */
final class RowParts {
    private RowParts() {}

    @FunctionalInterface
    interface Rows {
        void run(int from, int to);
    }

    /** Runs {@code body} on parts of [0, rows), in parallel when there is enough to do. */
    static void run(int rows, double work, Rows body) {
        int parts = work < 1e6 ? 1 : Math.min(rows, 2 * Runtime.getRuntime().availableProcessors());
        if (parts == 1) {
            body.run(0, rows);
            return;
        }
        IntStream.range(0, parts)
                .parallel()
                .forEach(
                        part -> body.run((int) ((long) rows * part / parts), (int) ((long) rows * (part + 1) / parts)));
    }
}
