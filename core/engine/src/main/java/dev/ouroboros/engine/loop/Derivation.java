package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.dispatch.Cascade;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.BlockMeasured;
import dev.ouroboros.engine.loop.LoopEvent.Evaluated;
import dev.ouroboros.engine.loop.LoopEvent.Kind;
import dev.ouroboros.engine.loop.LoopEvent.RerunBlockMeasured;
import dev.ouroboros.engine.measure.NoObjectiveException;
import dev.ouroboros.engine.measure.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from raw measurements. Pure; the loop uses it when it measures, replay when it reads.
 *
 * @param scoring of the task
 * @param control of the control task; null if there is none
 */
public record Derivation(Scoring scoring, @Nullable Scoring control) {

    /** Returns the evaluation, failed if what it measured gives no objective. */
    Evaluation judged(Evaluation evaluation) {
        if (!evaluation.passed()) {
            return evaluation;
        }
        try {
            scoring.challengerValue(evaluation.screen(), Cascade.exactMetrics(evaluation.stages()));
            return evaluation;
        } catch (NoObjectiveException e) {
            var stages = new ArrayList<>(evaluation.stages());
            var none = new Outcome.Rejected(Reason.INCORRECT, String.valueOf(e.getMessage()));
            stages.add(new StageResult("objective", none, 0));
            return new Evaluation(stages, evaluation.screen());
        }
    }

    Evaluated evaluated(RunState state, Pending pending, Evaluation evaluation) {
        return new Evaluated(
                pending.batch(), pending.entry(), pending.version().digest(), evaluation, logGain(state, evaluation));
    }

    BlockMeasured block(RunState state, Kind kind, String challenger, List<PairedSamples> series) {
        return switch (kind) {
            case CANDIDATE ->
                new BlockMeasured(
                        series,
                        scoring.logGain(
                                series,
                                state.requireIncumbent().exact(),
                                state.search().pooledOf(challenger).exact()));
            case CONTROL_SELF -> {
                var exact = state.requireIncumbent().exact();
                yield new BlockMeasured(series, scoring.logGain(series, exact, exact));
            }
            case CONTROL_TASK -> {
                if (control == null) {
                    throw new IllegalStateException("a block of a control task, but no layer brings one");
                }
                yield new BlockMeasured(series, control.logGain(series, Map.of(), Map.of()));
            }
        };
    }

    RerunBlockMeasured rerun(RunState state, List<PairedSamples> series) {
        var before = state.requireBaseline().exact();
        var after = state.requireIncumbent().exact();
        return new RerunBlockMeasured(
                series,
                scoring.incumbentValue(series, before),
                scoring.challengerValue(series, after),
                scoring.logGain(series, before, after));
    }

    private double logGain(RunState state, Evaluation evaluation) {
        if (!evaluation.passed()) {
            return Double.NaN;
        }
        var exact = Cascade.exactMetrics(evaluation.stages());
        if (scoring.timedParts().isEmpty()) {
            return scoring.logGain(
                    scoring.value(state.requireBaseline().exact(), Map.of()), scoring.value(exact, Map.of()));
        }
        return state.requireIncumbent().logGain()
                + scoring.logGain(evaluation.screen(), state.requireIncumbent().exact(), exact);
    }
}
