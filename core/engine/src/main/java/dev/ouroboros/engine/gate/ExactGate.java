package dev.ouroboros.engine.gate;

import dev.ouroboros.engine.evaluation.Direction;

/** Compares objectives that are counted, not timed, such as LUTs and cycles: one unit better is better. */
public final class ExactGate {

    private static final double BAR = 1;

    private ExactGate() {}

    /**
     * Accepts what is strictly better and rejects the rest; both bounds of the decision are the gain itself.
     *
     * @param incumbent value of the objective, not negative, finite
     * @param challenger the same for the challenger
     */
    public static Decision decide(double incumbent, double challenger, Direction direction) {
        double gain = direction.gain(incumbent, challenger);
        boolean better = switch (direction) {
            case MAXIMIZE -> challenger > incumbent;
            case MINIMIZE -> challenger < incumbent;
        };
        return better ? new Decision.Accept(0, 0, gain, gain, BAR) : new Decision.Reject(0, 0, gain, gain, BAR);
    }
}
