package dev.ouroboros.engine.gate;

/**
 * The capital of a bettor who starts with 1 and stakes on every block that it lies above a bar: a test martingale.
 *
 * <p>The capital is split in fixed parts. A part of steepness λ is multiplied by 1 + tanh(λ·margin) each block,
 * margin being the block's log-gain less the bar. If margins are symmetric about 0 that is a fair bet, for tanh is
 * odd; if they are shifted down it is an unfavourable one, for tanh does not decrease. tanh(λ·margin) is the bet that
 * grows capital fastest when scatter is normal and λ = shift / variance (Kelly, 1956); the parts are there because
 * nobody knows λ. The part of 60 has most of the capital. It is for a true gain 2 % above the bar at a scatter of
 * 1 to 1.4 %, the hardest that must be seen within 24 blocks: less than the fastest-growing 98 to 196, it gets there
 * more reliably. 20 is for coarse, 240 and 960 for fine scatter. Steepness +∞ is the sign test: it doubles or loses
 * all, and with 1/16 of the capital it accepts what always lies above the bar, however little, at most four blocks
 * after {@link GatePolicy#blocksDemanded}.
 *
 * <p>Every part doubles when the margin is large, so n large gains make exactly 2ⁿ. A margin of exactly 0 leaves all
 * parts as they are. Immutable.
 */
final class Wealth {

    private static final double[] STEEPNESS = {20, 60, 240, 960, Double.POSITIVE_INFINITY};

    /** Whole numbers, so that the sum of doubled parts is exact. */
    private static final double[] START = {1, 12, 1, 1, 1};

    private static final double TOTAL_START = 16;

    /** Margin from which the flattest part doubles to the last bit: tanh(20) = 1 − 8·10⁻¹⁸. */
    static final double SATURATION = 1;

    static final Wealth NONE_WON_YET = new Wealth(START);

    private final double[] parts;

    private Wealth(double[] parts) {
        this.parts = parts;
    }

    /** The capital after one more block. */
    Wealth after(double margin) {
        if (margin == 0) {
            return this;
        }
        var next = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            // StrictMath, so that a replay on another machine decides the same.
            next[i] = parts[i] * (1 + StrictMath.tanh(STEEPNESS[i] * margin));
        }
        return new Wealth(next);
    }

    /** The capital, as a multiple of what the bettor began with; at most 2 to the number of blocks. */
    double total() {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum / TOTAL_START;
    }

    /** Whether the capital is such that a fair game reaches it, ever, with at most this probability (Ville, 1939). */
    boolean refutesAt(double probability) {
        return total() * probability >= 1;
    }
}
