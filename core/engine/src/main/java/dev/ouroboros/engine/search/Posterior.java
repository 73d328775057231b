package dev.ouroboros.engine.search;

import java.util.Arrays;

/**
 * What a Gaussian process expects at every point of a pool (Rasmussen, Williams: Gaussian processes for machine learning,
 * 2006, algorithm 2.1). One more value costs one pass over the pool for each value before it: the rows of L⁻¹·K are kept,
 * value by value, so that the passes run over neighbouring memory.
 */
final class Posterior {
    private static final double LEAST_VARIANCE = 1e-9;

    /** So many rows are subtracted in one pass. */
    private static final int TOGETHER = 4;

    private final Pool pool;
    private final Kernel kernel;
    private final Centre centre;
    private float[][] rows = new float[16][];
    private double[] whitened = new double[16];
    private int[] learned = new int[16];
    private double[][] factors = new double[16][];
    private int count;
    private int size;
    private double[] unknown;
    private double[] expected;
    private double squares;
    private double best = Double.NEGATIVE_INFINITY;
    private int assumed;

    /** What was unknown before anything was assumed. */
    private double[] known = new double[0];

    /** @param centre how it sees the values it learns */
    Posterior(Pool pool, Kernel kernel, Centre centre) {
        this.pool = pool;
        this.kernel = kernel;
        this.centre = centre;
        this.size = pool.size();
        this.unknown = new double[size];
        this.expected = new double[size];
        Arrays.fill(unknown, 1);
    }

    /** Learns a value at a point of the pool. */
    void add(int number, double value) {
        append(number, centre.of(value));
    }

    /** Returns what it expects at a point of the pool, relative to the centre. */
    Prediction at(int number) {
        double variance = Kernel.signal(squares, count);
        return new Prediction(expected[number], StrictMath.sqrt(Math.max(1e-12, unknown[number]) * variance));
    }

    /** Takes the most that it expects at any of these points for {@link #best}. */
    void improveOn(int[] numbers) {
        best = Arrays.stream(numbers)
                .mapToDouble(number -> expected[number])
                .max()
                .orElseThrow();
    }

    /** Returns the value to improve on: what it expects at a point that was tried is less noisy than one measurement. */
    double best() {
        return best;
    }

    /**
     * Assumes that a point turns out as expected: no other mean, but more certain nearby (the kriging believer of
     * Ginsbourger, Le Riche, Carraro 2010). {@link #forget} undoes all that was assumed.
     */
    void assume(int number) {
        if (assumed == 0) {
            known = unknown.clone();
        }
        assumed++;
        double before = squares;
        var means = expected.clone();
        append(number, expected[number]);
        expected = means;
        squares = before;
    }

    /** Undoes all that was assumed. */
    void forget() {
        if (assumed > 0) {
            count -= assumed;
            assumed = 0;
            unknown = known;
        }
    }

    /** Takes in points that the pool got since. */
    void grow() {
        if (pool.size() == size) {
            return;
        }
        int before = size;
        size = pool.size();
        unknown = Arrays.copyOf(unknown, size);
        expected = Arrays.copyOf(expected, size);
        Arrays.fill(unknown, before, size, 1);
        for (int row = 0; row < count; row++) {
            rows[row] = Arrays.copyOf(rows[row], size);
        }
        for (int row = 0; row < count; row++) {
            fill(row, before);
        }
    }

    private void append(int number, double value) {
        grow();
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            whitened = Arrays.copyOf(whitened, 2 * count);
            learned = Arrays.copyOf(learned, 2 * count);
            factors = Arrays.copyOf(factors, 2 * count);
        }
        var factor = new double[count + 1];
        double rest = value;
        for (int i = 0; i < count; i++) {
            factor[i] = rows[i][number];
            rest -= factor[i] * whitened[i];
        }
        factor[count] = StrictMath.sqrt(
                Math.max(LEAST_VARIANCE, unknown[number] + kernel.shape().noise()));
        whitened[count] = rest / factor[count];
        squares += whitened[count] * whitened[count];
        learned[count] = number;
        factors[count] = factor;
        rows[count] = new float[size];
        fill(count, 0);
        count++;
    }

    /** Computes row {@code row} of L⁻¹·K from column {@code from} on, and what it tells. */
    private void fill(int row, int from) {
        var filled = rows[row];
        var factor = factors[row];
        var point = pool.indexes(learned[row]);
        for (int i = from; i < size; i++) {
            filled[i] = (float) kernel.of(point, pool.indexes(i));
        }
        int first = 0;
        for (; first + TOGETHER <= row; first += TOGETHER) {
            subtract(filled, first, factor, from);
        }
        for (; first < row; first++) {
            subtract(filled, rows[first], (float) factor[first], from);
        }
        float scale = (float) (1 / factor[row]);
        for (int i = from; i < size; i++) {
            filled[i] *= scale;
            unknown[i] -= filled[i] * filled[i];
            expected[i] += filled[i] * whitened[row];
        }
    }

    /** Four rows in one pass, which loads and stores a quarter as often; rounded as in four passes. */
    private void subtract(float[] from, int first, double[] factor, int start) {
        var row0 = rows[first];
        var row1 = rows[first + 1];
        var row2 = rows[first + 2];
        var row3 = rows[first + 3];
        float times0 = (float) factor[first];
        float times1 = (float) factor[first + 1];
        float times2 = (float) factor[first + 2];
        float times3 = (float) factor[first + 3];
        for (int i = start; i < from.length; i++) {
            from[i] = from[i] - times0 * row0[i] - times1 * row1[i] - times2 * row2[i] - times3 * row3[i];
        }
    }

    private static void subtract(float[] from, float[] row, float times, int first) {
        for (int i = first; i < from.length; i++) {
            from[i] -= times * row[i];
        }
    }
}
