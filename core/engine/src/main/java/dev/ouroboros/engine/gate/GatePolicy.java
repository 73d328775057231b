package dev.ouroboros.engine.gate;

/**
 * How sure the gate must be.
 *
 * @param minimumGain smallest gain worth accepting, as a fraction: 0.01 is 1 %; in [0, 1]
 * @param alpha probability that this confirmation accepts a gain of at most {@code minimumGain}; in (0, 1)
 * @param beta probability that this confirmation rejects a gain of at least {@code minimumGain}; in (0, 1)
 * @param cap most blocks to measure; at least {@link #blocksDemanded(double)}, at most 500
 */
public record GatePolicy(double minimumGain, double alpha, double beta, int cap) {

    /**
     * Four blocks double a bettor's capital at most to 16. This leaves room for blocks that do not quite double it,
     * so that a challenger 3 % worse is rejected after four blocks at a scatter of 1.4 %.
     */
    public static final double STANDARD_BETA = 1.0 / 12;

    /**
     * Blocks beyond those that even a huge gain needs. With it a true gain of 3 % is accepted in so many of 100
     * confirmations (simulated, 20,000 each; GatePowerTest):
     *
     * <pre>
     * confirmation                            1     2     3     5    10    20   100
     * cap                                    27    29    30    32    34    36    40
     * blocks scatter by 1 %, in 24 blocks   100  99.9  99.7  97.9  88.4  66.8     0
     * blocks scatter by 1 %, by the cap     100   100   100   100   100   100  99.9
     * each side by 1 %, in 24 blocks       97.0  89.8  81.4  65.4  38.6  19.0     0
     * each side by 1 %, by the cap         99.1  98.3  97.4  96.9  95.0  92.4  80.5
     * </pre>
     */
    private static final int PATIENCE = 16;

    private static final int MOST_BLOCKS = 500;

    public GatePolicy {
        requireWithin("minimum gain", minimumGain, minimumGain >= 0 && minimumGain <= 1);
        requireWithin("alpha", alpha, alpha > 0 && alpha < 1);
        requireWithin("beta", beta, beta > 0 && beta < 1);
        int demanded = blocksDemanded(alpha);
        if (cap < demanded || cap > MOST_BLOCKS) {
            throw new IllegalArgumentException("expected a cap of " + demanded + " to " + MOST_BLOCKS
                    + " blocks, but found " + cap + "\nFewer than " + demanded + " blocks can never accept at alpha "
                    + alpha + ". Maybe use GatePolicy.of(minimumGain, alpha), which chooses the cap.");
        }
    }

    /** The policy with the standard beta and a cap that grows with what {@code alpha} demands. */
    public static GatePolicy of(double minimumGain, double alpha) {
        requireWithin("alpha", alpha, alpha > 0 && alpha < 1);
        return new GatePolicy(minimumGain, alpha, STANDARD_BETA, blocksDemanded(alpha) + PATIENCE);
    }

    /**
     * ⌈log₂(1/alpha)⌉: the blocks that any test needs which knows no more than that the sides of a block are
     * exchangeable, since n blocks all in favour have probability 2⁻ⁿ when nothing changed.
     */
    public static int blocksDemanded(double alpha) {
        int blocks = 0;
        while (Math.scalb(alpha, blocks) < 1) {
            blocks++;
        }
        return blocks;
    }

    /** The gain to beat, as a ratio. */
    public double bar() {
        return 1 + minimumGain;
    }

    private static void requireWithin(String what, double value, boolean within) {
        if (!within) {
            throw new IllegalArgumentException("expected a " + what + " between 0 and 1, but found " + value);
        }
    }
}
