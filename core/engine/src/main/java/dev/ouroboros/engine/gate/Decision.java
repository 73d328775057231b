package dev.ouroboros.engine.gate;

import java.util.Locale;

/**
 * What the gate says of a challenger. A gain is a ratio: 1.03 is 3 % better than the incumbent.
 *
 * <p>{@code low} holds with probability 1 − alpha and {@code high} with 1 − beta of the policy, each for all numbers
 * of blocks at once; 0 and +∞ mean that the blocks so far bound nothing on that side. They justify the decision. They
 * are not the gain to report: that is an {@link Estimate} from blocks that decided nothing.
 */
public sealed interface Decision {

    /** Blocks that led to this decision; later ones were ignored. 0 when compared exactly. */
    int blocks();

    /** Probability of accepting what is not better, spent on this confirmation. 0 when compared exactly. */
    double alpha();

    /** Lower bound on the gain. */
    double low();

    /** Upper bound on the gain. */
    double high();

    /** The gain that was to be beaten, such as 1.01. */
    double bar();

    /** One sentence for people. */
    String reason();

    /** The challenger is better: {@code low} is at least {@code bar}. */
    record Accept(int blocks, double alpha, double low, double high, double bar) implements Decision {
        @Override
        public String reason() {
            return blocks == 0
                    ? String.format(Locale.ROOT, "Accepted by exact comparison: the gain is %.4f.", low)
                    : String.format(
                            Locale.ROOT,
                            "Accepted after %d blocks: the gain is at least %.4f where %.4f was needed,"
                                    + " wrong with probability at most %.1e.",
                            blocks,
                            low,
                            bar,
                            alpha);
        }
    }

    /** The challenger is not better by enough: {@code high} is at most {@code bar}. */
    record Reject(int blocks, double alpha, double low, double high, double bar) implements Decision {
        @Override
        public String reason() {
            return blocks == 0
                    ? String.format(Locale.ROOT, "Rejected by exact comparison: the gain is %.4f.", high)
                    : String.format(
                            Locale.ROOT,
                            "Rejected after %d blocks: the gain is at most %.4f where %.4f was needed.",
                            blocks,
                            high,
                            bar);
        }
    }

    /**
     * The blocks so far allow neither.
     *
     * @param cap most blocks to measure
     */
    record Inconclusive(int blocks, double alpha, double low, double high, double bar, int cap) implements Decision {

        /** Whether no block may be added any more. */
        public boolean exhausted() {
            return blocks >= cap;
        }

        @Override
        public String reason() {
            return String.format(
                    Locale.ROOT,
                    "%s after %d of at most %d blocks: the gain lies between %.4f and %.4f where %.4f is needed.",
                    exhausted() ? "Inconclusive" : "Undecided",
                    blocks,
                    cap,
                    low,
                    high,
                    bar);
        }
    }
}
