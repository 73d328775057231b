package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/**
 * A confirmation under way.
 *
 * @param checked whether the challenger went through the stages that only confirmation needs
 * @param stages what these said
 * @param logGains of the blocks so far
 * @param failure what the challenger did wrong; null if nothing
 */
record Confirmation(
        LoopEvent.ConfirmationStarted started,
        boolean checked,
        List<StageResult> stages,
        PVector<Double> logGains,
        @Nullable Outcome failure) {

    Confirmation checked(List<StageResult> said) {
        var last = said.isEmpty() ? Outcome.passed() : said.getLast().outcome();
        return new Confirmation(started, true, said, logGains, last instanceof Outcome.Passed ? null : last);
    }

    Confirmation plus(double logGain) {
        return new Confirmation(started, checked, stages, logGains.plus(logGain), failure);
    }

    Confirmation failed(Outcome outcome) {
        return new Confirmation(started, checked, stages, logGains, outcome);
    }

    double[] gains() {
        return logGains.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
