package dev.ouroboros.engine.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The volume of the union of boxes that share the corner 0, by the algorithm of the Walking Fish Group (L. While, L. Bradstreet,
 * L. Barone, A Fast Way of Calculating Exact Hypervolumes, IEEE Transactions on Evolutionary Computation 16(1), 2012): each
 * box counts for what those after it do not cover. Exact for any number of dimensions but for rounding; two are summed as strips.
 */
final class Hypervolume {
    private Hypervolume() {}

    /**
     * Returns the volume.
     *
     * @param corners the corner opposite to 0 of each box; one that is not above 0 in every dimension has no volume
     */
    static double of(List<double[]> corners) {
        return volume(undominated(corners.stream()
                .filter(corner -> Arrays.stream(corner).allMatch(side -> side > 0))
                .toList()));
    }

    private static double volume(List<double[]> corners) {
        if (corners.isEmpty()) {
            return 0;
        }
        if (corners.getFirst().length == 2) {
            return area(corners);
        }
        double sum = 0;
        for (int i = 0; i < corners.size(); i++) {
            double[] corner = corners.get(i);
            var covered = corners.subList(i + 1, corners.size()).stream()
                    .map(other -> common(corner, other))
                    .toList();
            sum += box(corner) - volume(undominated(covered));
        }
        return sum;
    }

    private static double area(List<double[]> corners) {
        double sum = 0;
        double reached = 0;
        for (double[] corner : corners.stream()
                .sorted(Comparator.comparingDouble((double[] corner) -> corner[0])
                        .reversed())
                .toList()) {
            if (corner[1] > reached) {
                sum += corner[0] * (corner[1] - reached);
                reached = corner[1];
            }
        }
        return sum;
    }

    private static double box(double[] corner) {
        return Arrays.stream(corner).reduce(1, (volume, side) -> volume * side);
    }

    private static double[] common(double[] one, double[] other) {
        var common = one.clone();
        for (int i = 0; i < common.length; i++) {
            common[i] = Math.min(common[i], other[i]);
        }
        return common;
    }

    /** Returns those that lie within no other one; of equals the first. */
    private static List<double[]> undominated(List<double[]> corners) {
        var kept = new ArrayList<double[]>();
        for (double[] corner : corners) {
            if (kept.stream().noneMatch(other -> within(corner, other))) {
                kept.removeIf(other -> within(other, corner));
                kept.add(corner);
            }
        }
        return kept;
    }

    private static boolean within(double[] inner, double[] outer) {
        for (int i = 0; i < inner.length; i++) {
            if (inner[i] > outer[i]) {
                return false;
            }
        }
        return true;
    }
}
