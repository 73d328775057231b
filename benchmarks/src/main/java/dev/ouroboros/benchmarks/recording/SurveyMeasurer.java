package dev.ouroboros.benchmarks.recording;

import dev.ouroboros.engine.arena.Invalidity;
import dev.ouroboros.engine.arena.T4Row;
import dev.ouroboros.engine.arena.T4Row.Times;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch.ParameterSetting;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import dev.ouroboros.kernels.host.Attempt;
import dev.ouroboros.kernels.host.Survey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Measures on a device.
 *
 * @param runs timed launches of each configuration
 * @param complaints told why a configuration failed
 */
public record SurveyMeasurer(Task task, Survey survey, int runs, InstantSource clock, Consumer<String> complaints)
        implements Measurer {
    /** Clocks are no better. */
    private static final MathContext DIGITS = new MathContext(5);

    private static final int TRIES = 3;
    private static final double MILLIS = 1e3;

    @Override
    public T4Row measure(Setting configuration) throws InterruptedException {
        var timestamp = clock.instant().toString();
        var attempt = attempt(artifact(configuration));
        if (!attempt.complaint().isEmpty()) {
            complaints.accept(attempt.verdict() + " " + configuration.values() + ": "
                    + attempt.complaint().lines().findFirst().orElse(""));
        }
        var times = new Times(
                millis(attempt.compilation()),
                millis(attempt.framework()),
                millis(attempt.validation()),
                attempt.runs().stream().map(SurveyMeasurer::millis).toList());
        return new T4Row(configuration, invalidity(attempt.verdict()), times, timestamp);
    }

    private Attempt attempt(Artifact artifact) throws InterruptedException {
        for (int i = 1; ; i++) {
            try {
                return survey.attempt(artifact, runs);
            } catch (CandidateFailure e) {
                if (i == TRIES) {
                    throw new IllegalStateException("the machine failed " + TRIES + " times: " + e.outcome(), e);
                }
            }
        }
    }

    private Artifact artifact(Setting configuration) {
        var part = task.parts().getFirst().name();
        try {
            return Patches.apply(task.seed(), new ParameterSetting(part, configuration), task.editScope());
        } catch (PatchFailure e) {
            throw new IllegalArgumentException("no configuration of " + task.name() + ": " + configuration.values(), e);
        }
    }

    private static Invalidity invalidity(Attempt.Verdict verdict) {
        return switch (verdict) {
            case CORRECT -> Invalidity.CORRECT;
            case COMPILE -> Invalidity.COMPILE;
            case RUNTIME -> Invalidity.RUNTIME;
            case TIMEOUT -> Invalidity.TIMEOUT;
            case CORRECTNESS -> Invalidity.CORRECTNESS;
        };
    }

    private static double millis(double seconds) {
        return new BigDecimal(MILLIS * seconds).round(DIGITS).doubleValue();
    }
}
