package dev.ouroboros.engine.propose;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.task.Task;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a proposer may see: never held-out inputs, secrets or scores of controls.
 *
 * @param operators mutations of all layers the task has parts of
 * @param incumbent the best accepted artifact
 * @param history every evaluated candidate, the baseline first, in order of evaluation
 * @param evaluationsLeft how many evaluations the budget still has
 * @param seen whether an artifact of that digest was proposed before
 * @param load the artifact of a digest in {@code history}
 */
public record ProposerContext(
        Task task,
        List<Operator> operators,
        Artifact incumbent,
        List<Observation> history,
        int evaluationsLeft,
        Predicate<String> seen,
        Function<String, Artifact> load) {}
