package dev.ouroboros.app.delta;

/**
 * What a version has for improving a body, the same for all.
 *
 * @param edits so many may be made
 * @param evaluations so many may be measured
 * @param seconds processor seconds for proposing them
 */
public record Effort(int edits, int evaluations, double seconds) {
    public Effort {
        if (edits < 1 || evaluations < 1 || !(seconds > 0)) {
            throw new IllegalArgumentException("expected edits, evaluations and time, but found " + edits + ", "
                    + evaluations + " and " + seconds);
        }
    }
}
