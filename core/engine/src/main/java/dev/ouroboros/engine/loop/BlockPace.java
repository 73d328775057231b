package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.measure.BlockScheduler;
import java.time.Duration;
import java.util.List;

/**
 * What blocks take, to plan how long the end of a run will be.
 *
 * @param first a block against the baseline: as the screen lets expect until one was measured
 * @param latest the block measured last, or the same expectation
 * @param measured whether there was a block
 */
record BlockPace(Duration first, Duration latest, boolean measured) {
    static final BlockPace UNKNOWN = new BlockPace(Duration.ZERO, Duration.ZERO, false);

    BlockPace after(LoopEvent event, Duration took) {
        return switch (event) {
            case LoopEvent.BaselineEvaluated(var evaluation) -> expecting(expected(evaluation));
            case LoopEvent.BlockMeasured _ -> new BlockPace(measured ? first : took, took, true);
            default -> this;
        };
    }

    private static BlockPace expecting(Duration block) {
        return new BlockPace(block, block, false);
    }

    /** The batches of a block, by what the screen's took. */
    private static Duration expected(Evaluation evaluation) {
        double seconds = 0;
        for (PairedSamples series : evaluation.screen()) {
            seconds += BlockScheduler.STANDARD.pairs() * (batch(series.incumbent()) + batch(series.challenger()));
        }
        return Duration.ofNanos((long) (1e9 * seconds));
    }

    private static double batch(List<Sample> samples) {
        double one = samples.stream().mapToDouble(Sample::seconds).max().orElse(0);
        return Math.max(one, Duel.BATCH_SECONDS);
    }
}
