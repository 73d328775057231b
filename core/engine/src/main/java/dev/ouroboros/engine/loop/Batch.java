package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Proposals with what they make of their parents. What does not fit, leaves the space of the parameters or was seen
 * before is refused here, before it costs an evaluation.
 *
 * @param event what to archive
 * @param artifacts what the proposals made that were not refused, in order
 */
record Batch(Proposed event, List<Artifact> artifacts) {

    static Batch of(int number, List<Proposal> proposals, RunState state, Task task, Function<String, Artifact> load) {
        var entries = new ArrayList<Proposed.Entry>();
        var artifacts = new ArrayList<Artifact>();
        var fresh = new HashSet<String>();
        for (var proposal : proposals) {
            if (proposal.refusal() != null) {
                entries.add(new Proposed.Entry(proposal, null, proposal.refusal()));
                continue;
            }
            try {
                var artifact = artifact(proposal, state.search(), task, load);
                if (state.search().versions().containsKey(artifact.digest()) || !fresh.add(artifact.digest())) {
                    entries.add(refused(proposal, Reason.DUPLICATE, "was proposed before: " + artifact.digest()));
                } else {
                    entries.add(new Proposed.Entry(proposal, Version.of(artifact), null));
                    artifacts.add(artifact);
                }
            } catch (PatchFailure e) {
                entries.add(refused(proposal, Reason.BUILD, "the patch does not apply: " + e.getMessage()));
            }
        }
        return new Batch(new Proposed(number, entries), artifacts);
    }

    private static Artifact artifact(Proposal proposal, Search search, Task task, Function<String, Artifact> load)
            throws PatchFailure {
        var parent = search.versions().get(proposal.parents().getFirst());
        if (parent == null) {
            throw new PatchFailure("its parent " + proposal.parents().getFirst() + " is no artifact of this run");
        }
        var artifact = Patches.apply(load.apply(parent.version().digest()), proposal.patches(), task.editScope());
        var settings = parent.settings(proposal);
        for (var part : task.parts()) {
            @Nullable Setting setting = settings.get(part.name());
            var complaint = setting == null ? null : part.parameters().complaint(setting);
            if (complaint != null) {
                throw new PatchFailure("part " + part.name() + ": " + complaint);
            }
        }
        return artifact;
    }

    private static Proposed.Entry refused(Proposal proposal, Reason reason, String message) {
        return new Proposed.Entry(proposal, null, new Outcome.Rejected(reason, message));
    }
}
