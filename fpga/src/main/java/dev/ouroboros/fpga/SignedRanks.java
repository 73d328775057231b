package dev.ouroboros.fpga;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Wilcoxon's signed-rank test (Biometrics Bulletin 1, 1945), exact: all signs are tried. */
final class SignedRanks {
    private static final int MOST = 20;

    private SignedRanks() {}

    /**
     * Returns the probability of differences at least as low as these, if either sign were as likely for each. Zeros count for
     * neither side; ties share their ranks.
     *
     * @param differences at most {@value #MOST}
     */
    static double lower(double[] differences) {
        double[] nonZero =
                Arrays.stream(differences).filter(value -> value != 0).toArray();
        if (nonZero.length > MOST) {
            throw new IllegalArgumentException("expected at most " + MOST + " differences, found " + nonZero.length);
        }
        double[] ranks = ranks(nonZero);
        double found = 0;
        for (int i = 0; i < ranks.length; i++) {
            found += nonZero[i] > 0 ? ranks[i] : 0;
        }
        int atMost = 0;
        for (int signs = 0; signs < 1 << ranks.length; signs++) {
            double sum = 0;
            for (int i = 0; i < ranks.length; i++) {
                sum += ((signs >> i) & 1) == 1 ? ranks[i] : 0;
            }
            atMost += sum <= found ? 1 : 0;
        }
        return (double) atMost / (1 << ranks.length);
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(values[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        var ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && Math.abs(values[order[to]]) == Math.abs(values[order[from]])) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
