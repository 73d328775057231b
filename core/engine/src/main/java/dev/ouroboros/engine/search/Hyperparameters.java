package dev.ouroboros.engine.search;

/**
 * What the default strategy believes before it has tried anything, and how it weighs what it expects. Chosen by plays on
 * recorded spaces, the same for all.
 *
 * @param central how many of the first trials are near the middle; the others are far from all before them
 * @param inverseScale one over the length scale of a coordinate, which runs from 0 to 1, as it is most plausible
 * @param noise variance of the noise as it is most plausible, as a share of the variance of the signal
 * @param additive share of the variance that is the sum of what each parameter does by itself, from 0 to 1
 * @param additiveOfMany the same once trials are many
 * @param members kernels that few trials are seen with
 * @param shrink what is left of a difference below the median, from 0 to 1
 * @param costExponent how much what a trial takes counts against what it is expected to gain: 0 not at all, 1 as gain per
 *     second
 */
public record Hyperparameters(
        int central,
        double inverseScale,
        double noise,
        double additive,
        double additiveOfMany,
        int members,
        double shrink,
        double costExponent) {

    /** What runs use. */
    public static final Hyperparameters DEFAULT = new Hyperparameters(1, 0.5, 0.02, 0.8, 0.3, 4, 0.2, 1);
}
