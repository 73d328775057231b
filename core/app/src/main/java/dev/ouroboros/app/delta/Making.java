package dev.ouroboros.app.delta;

import java.util.List;

/**
 * What a version made of the body, with one seed.
 *
 * @param edits those that were accepted, in order
 * @param evaluations how many were measured
 * @param failed how many of those could not be built or played
 * @param thinking processor seconds that proposing took, as the version's process counts them
 * @param measuring processor seconds that measuring took
 */
record Making(List<Edit> edits, int evaluations, int failed, double thinking, double measuring) {
    Making {
        edits = List.copyOf(edits);
    }

    /**
     * An accepted edit.
     *
     * @param evaluation which one it was
     * @param by who made it, as the version says
     * @param credit what gets the credit
     * @param body what it left
     */
    record Edit(int evaluation, String by, String credit, Body body) {}

    /** Returns the body after so many evaluations. */
    Body after(int most, Body seed) {
        return edits.stream()
                .filter(edit -> edit.evaluation() <= most)
                .reduce((_, later) -> later)
                .map(Edit::body)
                .orElse(seed);
    }

    /** Returns the body in the end. */
    Body last(Body seed) {
        return after(Integer.MAX_VALUE, seed);
    }
}
