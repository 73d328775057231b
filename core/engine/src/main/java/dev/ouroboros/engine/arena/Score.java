package dev.ouroboros.engine.arena;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How much better than random search: 0 is as good, 1 finds the optimum at once, below 0 is worse.
 *
 * @param p the mean over repeats (and spaces)
 * @param low lower end of the 95 % bootstrap interval over repeats
 * @param high its upper end
 */
public record Score(double p, double low, double high) {
    private static final int TIMES = 1000;
    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;

    /** Returns the score of one play: the mean of its {@link #curve}. */
    static double of(Play play, RandomSearch random) {
        return Arrays.stream(curve(play, random)).sum() / (TIMES + 1);
    }

    /**
     * Returns for each of equally spaced times the way that a play is ahead of random search, as a share of the way from
     * there to the optimum (Willemsen and others, "A methodology for comparing optimization algorithms for auto-tuning",
     * 2024). Until its first valid result it stands where random search does.
     */
    static double[] curve(Play play, RandomSearch random) {
        double[] curve = new double[TIMES + 1];
        int next = 0;
        double best = Double.NaN;
        for (int i = 0; i <= TIMES; i++) {
            double now = random.seconds() * i / TIMES;
            while (next < play.steps().size() && play.steps().get(next).seconds() <= now) {
                best = play.steps().get(next).value();
                next++;
            }
            double baseline = random.expectedAt(now);
            double way = baseline - random.optimum();
            // Where random search has nothing left to find, nobody is ahead of it.
            curve[i] = Double.isNaN(best) || way <= 0 ? 0 : (baseline - best) / way;
        }
        return curve;
    }

    /** Returns the mean over spaces of the mean over repeats; repeats are resampled within their space. */
    static Score over(List<double[]> spaces, long seed) {
        var random = new SplittableRandom(seed);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (var repeats : spaces) {
                double ofSpace = 0;
                for (int j = 0; j < repeats.length; j++) {
                    ofSpace += repeats[random.nextInt(repeats.length)];
                }
                sum += ofSpace / repeats.length;
            }
            means[i] = sum / spaces.size();
        }
        Arrays.sort(means);
        double p = spaces.stream()
                .mapToDouble(repeats -> Arrays.stream(repeats).average().orElseThrow())
                .average()
                .orElseThrow();
        return new Score(p, means[(int) (TAIL * RESAMPLES)], means[(int) ((1 - TAIL) * RESAMPLES)]);
    }
}
