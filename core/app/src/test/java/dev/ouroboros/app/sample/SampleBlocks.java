package dev.ouroboros.app.sample;

import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws paired samples that scatter as real ones do: a little from block to block, more within one, with outliers. */
record SampleBlocks(RandomGenerator random) {
    private static final int PAIRS = 52;

    List<PairedSamples> block(double incumbentSeconds, double trueLogGain) {
        double shift = trueLogGain + 0.006 * random.nextGaussian();
        var incumbent = new ArrayList<Sample>();
        var challenger = new ArrayList<Sample>();
        var first = new ArrayList<Boolean>();
        for (int i = 0; i < PAIRS; i++) {
            incumbent.add(sample(incumbentSeconds * Math.exp(noise())));
            challenger.add(sample(incumbentSeconds * Math.exp(noise() - shift)));
            first.add(random.nextBoolean());
        }
        return List.of(new PairedSamples("kernel", incumbent, challenger, first));
    }

    private double noise() {
        double outlier = random.nextInt(25) == 0 ? 0.08 * random.nextDouble() : 0;
        return 0.012 * random.nextGaussian() + outlier;
    }

    private static Sample sample(double seconds) {
        return new Sample(seconds, Double.NaN, Math.max(1, (int) Math.ceil(0.020 / seconds)));
    }
}
