package dev.ouroboros.app.history;

import dev.ouroboros.engine.loop.LoopEvent.Version;

/**
 * An accepted candidate.
 *
 * @param number counts accepted candidates from 1
 * @param before the incumbent it replaced
 * @param gainBefore confirmed gain of that incumbent over the baseline
 */
public record Step(int number, Candidate candidate, Confirmation confirmation, Version before, double gainBefore) {

    /** Returns its gain over the incumbent it replaced. */
    public double gain() {
        return confirmation.gain();
    }

    /** Returns its gain over the baseline: the product of all steps up to it. */
    public double gainAfter() {
        return gainBefore * gain();
    }
}
