package dev.ouroboros.engine.search;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An extremely randomized regression tree (Geurts, Ernst, Wehenkel: Extremely randomized trees, Machine Learning 63,
 * 2006) whose splits may also be over the sum or difference of two coordinates.
 */
final class Tree {
    private static final int LEAF = 2;

    private final double[][] x;
    private final double[] y;
    private final RandomGenerator random;
    private int[] first = new int[64];
    private int[] second = new int[64];
    private double[] sign = new double[64];
    private double[] threshold = new double[64];
    private int[] left = new int[64];
    private double[] value = new double[64];
    private int nodes;

    private Tree(double[][] x, double[] y, RandomGenerator random) {
        this.x = x;
        this.y = y;
        this.random = random;
    }

    /**
     * Grows a tree.
     *
     * @param x vectors of the same length, at least one
     * @param y their values
     * @param rows which of them to use; reordered
     */
    static Tree grow(double[][] x, double[] y, int[] rows, RandomGenerator random) {
        var tree = new Tree(x, y, random);
        tree.nodes = 1;
        tree.split(0, rows, 0, rows.length);
        return tree;
    }

    double predict(double[] vector) {
        int node = 0;
        while (left[node] != 0) {
            node = feature(vector, node) < threshold[node] ? left[node] : left[node] + 1;
        }
        return value[node];
    }

    private double feature(double[] vector, int node) {
        double feature = vector[first[node]];
        return sign[node] == 0 ? feature : feature + sign[node] * vector[second[node]];
    }

    private void split(int node, int[] rows, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += y[rows[i]];
        }
        value[node] = sum / (to - from);
        if (to - from < 2 * LEAF || !chooseSplit(node, rows, from, to, sum)) {
            return;
        }
        int middle = partition(node, rows, from, to);
        int child = nodes;
        nodes += 2;
        reserve();
        left[node] = child;
        split(child, rows, from, middle);
        split(child + 1, rows, middle, to);
    }

    /** Tries as many random splits as there are coordinates, and keeps the one that explains most. */
    private boolean chooseSplit(int node, int[] rows, int from, int to, double sum) {
        int dimensions = x[0].length;
        double best = Double.NEGATIVE_INFINITY;
        int bestFirst = 0;
        int bestSecond = 0;
        double bestSign = 0;
        double bestThreshold = 0;
        for (int attempt = 0; attempt < dimensions; attempt++) {
            first[node] = random.nextInt(dimensions);
            second[node] = random.nextInt(dimensions);
            sign[node] = first[node] == second[node] || random.nextBoolean() ? 0 : random.nextBoolean() ? 1 : -1;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                double feature = feature(x[rows[i]], node);
                low = Math.min(low, feature);
                high = Math.max(high, feature);
            }
            if (!(low < high)) {
                continue;
            }
            threshold[node] = high - random.nextDouble() * (high - low);
            double gain = explained(node, rows, from, to, sum);
            if (gain > best) {
                best = gain;
                bestFirst = first[node];
                bestSecond = second[node];
                bestSign = sign[node];
                bestThreshold = threshold[node];
            }
        }
        first[node] = bestFirst;
        second[node] = bestSecond;
        sign[node] = bestSign;
        threshold[node] = bestThreshold;
        return best > Double.NEGATIVE_INFINITY;
    }

    /** The sum of squares between the two sides, up to a constant; minus infinity if a side is empty. */
    private double explained(int node, int[] rows, int from, int to, double sum) {
        double leftSum = 0;
        int leftCount = 0;
        for (int i = from; i < to; i++) {
            if (feature(x[rows[i]], node) < threshold[node]) {
                leftSum += y[rows[i]];
                leftCount++;
            }
        }
        int rightCount = to - from - leftCount;
        if (leftCount == 0 || rightCount == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double rightSum = sum - leftSum;
        return leftSum * leftSum / leftCount + rightSum * rightSum / rightCount;
    }

    private int partition(int node, int[] rows, int from, int to) {
        int middle = from;
        for (int i = from; i < to; i++) {
            if (feature(x[rows[i]], node) < threshold[node]) {
                int row = rows[i];
                rows[i] = rows[middle];
                rows[middle++] = row;
            }
        }
        return middle;
    }

    private void reserve() {
        if (nodes > left.length) {
            int capacity = 2 * left.length;
            first = Arrays.copyOf(first, capacity);
            second = Arrays.copyOf(second, capacity);
            sign = Arrays.copyOf(sign, capacity);
            threshold = Arrays.copyOf(threshold, capacity);
            left = Arrays.copyOf(left, capacity);
            value = Arrays.copyOf(value, capacity);
        }
    }
}
