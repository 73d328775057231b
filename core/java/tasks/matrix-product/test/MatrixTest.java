import java.util.Arrays;

/** Fails by throwing. */
final class MatrixTest {
    private MatrixTest() {}

    public static void main(String[] arguments) {
        expect(new double[][] {{6}}, new double[][] {{2}}, new double[][] {{3}});
        expect(
                new double[][] {{19, 22}, {43, 50}},
                new double[][] {{1, 2}, {3, 4}},
                new double[][] {{5, 6}, {7, 8}});
        expect(
                new double[][] {{14, -14}},
                new double[][] {{1, 2, 3}},
                new double[][] {{1, -1}, {2, -2}, {3, -3}});
    }

    private static void expect(double[][] product, double[][] a, double[][] b) {
        double[][] found = Matrix.product(a, b);
        if (!Arrays.deepEquals(product, found)) {
            throw new AssertionError("expected " + Arrays.deepToString(product) + ", found " + Arrays.deepToString(found));
        }
    }
}
