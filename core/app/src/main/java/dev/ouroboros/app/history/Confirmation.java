package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import dev.ouroboros.engine.measure.PairedSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A confirmation of a candidate or of a control.
 *
 * @param blocks what was measured, block by block; empty if only exact metrics were compared
 * @param decided how it ended; null if the run stopped in the midst of it
 * @param ended when it was decided, or the time of its last block so far
 */
public record Confirmation(
        ConfirmationStarted start,
        List<List<PairedSamples>> blocks,
        @Nullable Decided decided,
        Instant began,
        Instant ended) {

    public Confirmation {
        blocks = List.copyOf(blocks);
    }

    /** Returns whether it was decided that way. */
    public boolean ended(Verdict verdict) {
        return decided != null && decided.verdict() == verdict;
    }

    /** Returns how long it took. */
    public Duration duration() {
        return Duration.between(began, ended);
    }

    /**
     * Returns the gain of the challenger over the incumbent: the median of the block medians if one part was timed, else
     * the geometric middle of the decision's bounds; NaN if neither is known.
     */
    public double gain() {
        if (!blocks.isEmpty() && blocks.stream().allMatch(block -> block.size() == 1)) {
            return Math.exp(Medians.median(blocks.stream()
                    .mapToDouble(block -> block.getFirst().logGain())
                    .toArray()));
        }
        return decided == null ? Double.NaN : Math.sqrt(decided.low() * decided.high());
    }
}
