package dev.ouroboros.cfamily.task;

import dev.ouroboros.engine.space.Expression;

/**
 * What one launch does, for the metric {@code throughput}.
 *
 * @param kind what is counted
 * @param amount how many, over the dimensions
 */
public record Work(Kind kind, Expression amount) {

    /** What is counted. */
    public enum Kind {
        FLOPS("GFLOP/s"),
        BYTES("GB/s");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        /** Returns the unit of 10^9 of them in a second. */
        public String unit() {
            return unit;
        }
    }
}
