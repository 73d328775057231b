package dev.ouroboros.engine.evaluation;

import java.util.List;

/**
 * The batches of one block for one timed part, pair by pair.
 *
 * @param part the part that was timed
 * @param incumbent one sample a pair
 * @param challenger one sample a pair, on the same inputs
 * @param incumbentFirst which side of each pair was run first
 */
public record PairedSamples(
        String part, List<Sample> incumbent, List<Sample> challenger, List<Boolean> incumbentFirst) {

    public PairedSamples {
        incumbent = List.copyOf(incumbent);
        challenger = List.copyOf(challenger);
        incumbentFirst = List.copyOf(incumbentFirst);
        if (incumbent.size() != challenger.size() || incumbent.size() != incumbentFirst.size() || incumbent.isEmpty()) {
            throw new IllegalArgumentException("a block needs as many samples of one side as of the other, but has "
                    + incumbent.size() + " and " + challenger.size());
        }
    }

    /** Returns the median over the pairs of ln(cost of the incumbent / cost of the challenger). */
    public double logGain() {
        return BlockGain.of(seconds(incumbent), seconds(challenger));
    }

    /** Returns the median cost of the incumbent in seconds per launch. */
    public double incumbentSeconds() {
        return medianSeconds(incumbent);
    }

    /** Returns the median cost of the challenger in seconds per launch. */
    public double challengerSeconds() {
        return medianSeconds(challenger);
    }

    private static double medianSeconds(List<Sample> samples) {
        return Medians.median(seconds(samples));
    }

    private static double[] seconds(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::seconds).toArray();
    }
}
