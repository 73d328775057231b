package dev.ouroboros.app.delta;

import java.util.List;

/**
 * What came of one play: all that scores are computed from.
 *
 * @param steps each better value when it was found, in order
 * @param evaluations trials within the time
 * @param seconds recorded seconds that they took
 * @param thinking processor seconds that choosing took, as the player's process counts them
 */
public record Trace(List<Step> steps, int evaluations, double seconds, double thinking) {
    public Trace {
        steps = List.copyOf(steps);
    }

    /** From that trial on, which ended after so many recorded seconds, the best value was this. */
    public record Step(int evaluation, double seconds, double value) {}
}
