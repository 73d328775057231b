package dev.ouroboros.engine.propose;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a proposer may see: never held-out inputs, secrets or scores of controls.
 *
 * @param operators mutations of all layers the task has parts of
 * @param incumbent the best accepted artifact
 * @param baselineValue the objective's value for the baseline, as its screen measured it
 * @param history every evaluated candidate, the baseline first, in order of evaluation
 * @param refusals the latest proposals that were refused before they cost an evaluation, in order
 * @param spending what was spent so far, by proposer
 * @param evaluationsLeft how many evaluations the budget still has
 * @param timeLeft for proposing; one that is reproducible does not look at it
 * @param seen whether an artifact of that digest was proposed before
 * @param load the artifact of a digest in {@code history}
 * @param notebook where a proposer archives what it asks a model
 */
public record ProposerContext(
        Task task,
        List<Operator> operators,
        Artifact incumbent,
        double baselineValue,
        List<Observation> history,
        List<Refused> refusals,
        Map<String, Spending> spending,
        int evaluationsLeft,
        Duration timeLeft,
        Predicate<String> seen,
        Function<String, Artifact> load,
        Notebook notebook) {
    private static final Duration UNLIMITED = Duration.ofDays(365);

    /** A context without a limit of time. */
    public ProposerContext(
            Task task,
            List<Operator> operators,
            Artifact incumbent,
            double baselineValue,
            List<Observation> history,
            List<Refused> refusals,
            Map<String, Spending> spending,
            int evaluationsLeft,
            Predicate<String> seen,
            Function<String, Artifact> load,
            Notebook notebook) {
        this(
                task,
                operators,
                incumbent,
                baselineValue,
                history,
                refusals,
                spending,
                evaluationsLeft,
                UNLIMITED,
                seen,
                load,
                notebook);
    }

    /** Returns the objective's value that a gain over the baseline amounts to, in the objective's unit. */
    public double value(double logGain) {
        return switch (task.objective().goal()) {
            case MAXIMIZE -> baselineValue * Math.exp(logGain);
            case MINIMIZE -> baselineValue * Math.exp(-logGain);
        };
    }

    /** Returns the same with other refusals. */
    public ProposerContext withRefusals(List<Refused> others) {
        return with(history, List.copyOf(others));
    }

    /** Returns the same with one more evaluated candidate. */
    public ProposerContext withEvaluated(Observation observation) {
        var longer = new ArrayList<>(history);
        longer.add(observation);
        return with(List.copyOf(longer), refusals);
    }

    private ProposerContext with(List<Observation> evaluated, List<Refused> refused) {
        return new ProposerContext(
                task,
                operators,
                incumbent,
                baselineValue,
                evaluated,
                refused,
                spending,
                evaluationsLeft,
                timeLeft,
                seen,
                load,
                notebook);
    }
}
