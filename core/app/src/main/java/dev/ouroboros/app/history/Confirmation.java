package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.ConfirmationStarted;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.loop.LoopEvent.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A confirmation of a candidate or of a control.
 *
 * @param checks the stages that only confirmation needs
 * @param blocks what was measured, block by block; empty if only exact metrics were compared
 * @param decided how it ended; null if the run stopped in the midst of it
 * @param duration from its start to its last event, without the time in which nobody worked on the run
 */
public record Confirmation(
        ConfirmationStarted start,
        List<StageResult> checks,
        List<BlockMeasured> blocks,
        @Nullable Decided decided,
        Duration duration) {

    public Confirmation {
        checks = List.copyOf(checks);
        blocks = List.copyOf(blocks);
    }

    /** Returns whether it was decided that way. */
    public boolean ended(Verdict verdict) {
        return decided != null && decided.verdict() == verdict;
    }

    /**
     * Returns the gain of the challenger over the incumbent: the median over the blocks, or the geometric middle of the
     * decision's bounds if only exact metrics were compared; NaN if neither is known.
     */
    public double gain() {
        if (!blocks.isEmpty()) {
            return Math.exp(Medians.median(
                    blocks.stream().mapToDouble(BlockMeasured::logGain).toArray()));
        }
        return decided == null ? Double.NaN : Math.sqrt(decided.low() * decided.high());
    }
}
