package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.propose.Notebook;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a loop works with.
 *
 * @param operators of all layers the task has parts of
 * @param control null if no layer of the task brings one
 */
public record Equipment(Rig rig, @Nullable Control control, Proposer proposer, List<Operator> operators) {

    public Equipment {
        operators = List.copyOf(operators);
    }

    Planner planner(Task task, Schedule schedule) {
        return new Planner(
                task.accept(), task.budget(), rig.scoring(), schedule, control == null ? null : control.pair());
    }

    Derivation derivation() {
        return new Derivation(
                rig.scoring(), control == null ? null : control.rig().scoring());
    }

    Control requireControl() {
        if (control == null) {
            throw new IllegalStateException("no layer of this task brings a control task");
        }
        return control;
    }

    private double baselineValue(RunState state) {
        var baseline = state.requireBaseline();
        return rig.scoring().challengerValue(baseline.screen(), baseline.exact());
    }

    /** Asks the proposer; its random numbers follow from the run's seed and the batch alone, so a resumed run goes on alike. */
    List<Proposal> propose(
            Task task,
            RunState state,
            int batch,
            int count,
            Duration timeLeft,
            Function<String, Artifact> load,
            Notebook notebook)
            throws InterruptedException {
        var context = new ProposerContext(
                task,
                operators,
                load.apply(state.requireIncumbent().version().digest()),
                baselineValue(state),
                state.search().history(),
                state.search().refusals(),
                state.tally().spending(),
                task.budget().evaluations() - state.tally().evaluations(),
                timeLeft,
                state.search().versions()::containsKey,
                load,
                notebook);
        var random = new SplittableRandom(state.started().seed() * 0x9E3779B97F4A7C15L + batch);
        var proposals = proposer.propose(context, count, random);
        if (proposals.size() > count) {
            throw new IllegalStateException("asked for at most " + count + " proposals, the proposer "
                    + proposals.getFirst().proposer() + " made " + proposals.size());
        }
        return proposals;
    }
}
