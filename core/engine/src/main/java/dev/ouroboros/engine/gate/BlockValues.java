package dev.ouroboros.engine.gate;

/** What gate and estimate both ask of a list of block log-gains. */
final class BlockValues {

    private BlockValues() {}

    static void requireFinite(double[] logGains) {
        for (int i = 0; i < logGains.length; i++) {
            if (!Double.isFinite(logGains[i])) {
                throw new IllegalArgumentException("expected finite log-gains, but block " + (i + 1) + " of "
                        + logGains.length + " is " + logGains[i]
                        + "\nMaybe one of its costs was zero or missing: measure a block without a result again.");
            }
        }
    }
}
