package dev.ouroboros.cfamily.reference;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** C = A·B, row-major. */
final class Matmul implements Answer {
    /** A panel of B of this depth and width stays in a core's second-level cache. */
    private static final int DEPTH = 64;

    private static final int WIDTH = 512;

    private final Values a;
    private final Values b;
    private final int m;
    private final int n;
    private final int k;
    private double @Nullable [] product;

    Matmul(Inputs inputs) {
        var buffers = inputs.problem().task().inputs();
        String left = buffers.getFirst().name();
        String right = buffers.getLast().name();
        List<Integer> extents = inputs.problem().extents(left);
        this.a = inputs.of(left);
        this.b = inputs.of(right);
        this.m = extents.getFirst();
        this.k = extents.getLast();
        this.n = inputs.problem().extents(right).getLast();
    }

    @Override
    public double at(String output, int i) {
        return product != null ? product[i] : dot(i, false);
    }

    @Override
    public double magnitude(String output, int i) {
        return dot(i, true);
    }

    private double dot(int i, boolean magnitudes) {
        int row = i / n * k;
        int column = i % n;
        double sum = 0;
        if (a.array() instanceof float[] left && b.array() instanceof float[] right) {
            for (int x = 0; x < k; x++) {
                double term = (double) left[row + x] * right[x * n + column];
                sum += magnitudes ? Math.abs(term) : term;
            }
            return sum;
        }
        for (int x = 0; x < k; x++) {
            double term = a.get(row + x) * b.get(x * n + column);
            sum += magnitudes ? Math.abs(term) : term;
        }
        return sum;
    }

    @Override
    public synchronized double[] all(String output) {
        if (product == null) {
            double[] left = a.doubles();
            double[] right = b.doubles();
            double[] sums = new double[m * n];
            RowParts.run(m, (double) m * n * k, (from, to) -> multiply(left, right, sums, from, to));
            product = sums;
        }
        return product;
    }

    private void multiply(double[] left, double[] right, double[] sums, int from, int to) {
        for (int x = 0; x < k; x += DEPTH) {
            int depth = Math.min(DEPTH, k - x);
            for (int j = 0; j < n; j += WIDTH) {
                int end = Math.min(j + WIDTH, n);
                for (int i = from; i < to; i++) {
                    row(left, right, sums, i, x, x + depth, j, end);
                }
            }
        }
    }

    private void row(double[] left, double[] right, double[] sums, int i, int x, int xEnd, int j, int jEnd) {
        int at = i * k;
        for (; x + 4 <= xEnd; x += 4) {
            add4(
                    sums,
                    i * n,
                    right,
                    x * n,
                    n,
                    j,
                    jEnd,
                    left[at + x],
                    left[at + x + 1],
                    left[at + x + 2],
                    left[at + x + 3]);
        }
        for (; x < xEnd; x++) {
            double factor = left[at + x];
            for (int c = j; c < jEnd; c++) {
                sums[i * n + c] += factor * right[x * n + c];
            }
        }
    }

    /** One pass over a row of sums for four terms, in a form that the compiler turns into vector instructions. */
    private static void add4(
            double[] sums,
            int row,
            double[] right,
            int first,
            int n,
            int j,
            int end,
            double f0,
            double f1,
            double f2,
            double f3) {
        int r1 = first + n;
        int r2 = r1 + n;
        int r3 = r2 + n;
        for (int c = j; c < end; c++) {
            sums[row + c] = sums[row + c]
                    + f0 * right[first + c]
                    + f1 * right[r1 + c]
                    + f2 * right[r2 + c]
                    + f3 * right[r3 + c];
        }
    }
}
