package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.propose.Proposal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that was evaluated.
 *
 * @param number counts evaluations from 1
 * @param logGain ln of its gain over the baseline as far as the screen can tell; NaN if it did not pass
 */
public record Candidate(
        int number,
        Proposal proposal,
        Version version,
        Evaluation evaluation,
        double logGain,
        Instant time,
        Fate fate) {

    /** Returns its digest. */
    public String digest() {
        return version.digest();
    }

    /** Returns the gain over the baseline that the screen estimated; null if it was not screened. */
    public @Nullable Double screenedGain() {
        return Double.isNaN(logGain) ? null : Math.exp(logGain);
    }

    /** Returns whether it was accepted. */
    public boolean accepted() {
        return fate instanceof Fate.Accepted;
    }
}
