package dev.ouroboros.engine.search;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lower triangle L of a positive definite matrix A = L·Lᵀ (Golub, Van Loan: Matrix computations, 4.2). */
final class Cholesky {
    private static final double LEAST_PIVOT = 1e-10;

    private final double[][] rows;

    private Cholesky(double[][] rows) {
        this.rows = rows;
    }

    /**
     * Factors a matrix, of which the lower triangle is read and overwritten; null if it is not positive definite.
     */
    static @Nullable Cholesky factor(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            var row = matrix[i];
            for (int j = 0; j < i; j++) {
                row[j] = (row[j] - dot(row, matrix[j], j)) / matrix[j][j];
            }
            double pivot = row[i] - dot(row, row, i);
            if (!(pivot > LEAST_PIVOT)) {
                return null;
            }
            row[i] = StrictMath.sqrt(pivot);
        }
        return new Cholesky(matrix);
    }

    /**
     * Returns the factor of A with one more row and column.
     *
     * @param whitened L⁻¹ times the new column without its last element
     * @param diagonal that last element
     */
    Cholesky extended(double[] whitened, double diagonal) {
        int size = rows.length;
        var more = Arrays.copyOf(rows, size + 1);
        var row = Arrays.copyOf(whitened, size + 1);
        row[size] = StrictMath.sqrt(Math.max(LEAST_PIVOT, diagonal - dot(whitened, whitened, size)));
        more[size] = row;
        return new Cholesky(more);
    }

    /** Returns half the logarithm of the determinant of A. */
    double halfLogDeterminant() {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum += StrictMath.log(rows[i][i]);
        }
        return sum;
    }

    /** Returns x of L·x = b. */
    double[] forward(double[] b) {
        var x = new double[b.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (b[i] - dot(rows[i], x, i)) / rows[i][i];
        }
        return x;
    }

    /** Returns x of Lᵀ·x = b. */
    double[] backward(double[] b) {
        var x = b.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= rows[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= rows[i][j] * x[i];
            }
        }
        return x;
    }

    static double dot(double[] a, double[] b, int length) {
        double even = 0;
        double odd = 0;
        int i = 0;
        // Two sums, so that one addition need not wait for the other.
        for (; i + 1 < length; i += 2) {
            even += a[i] * b[i];
            odd += a[i + 1] * b[i + 1];
        }
        return i < length ? even + odd + a[i] * b[i] : even + odd;
    }
}
