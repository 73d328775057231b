package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.loop.LoopEvent.Proposed;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import dev.ouroboros.engine.propose.Proposal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/**
 * Proposals with what they make of their parents. What does not fit or was seen before is refused here, before it costs
 * an evaluation.
 *
 * @param event what to archive
 * @param artifacts what the proposals made that were not refused, in order
 */
record Batch(Proposed event, List<Artifact> artifacts) {

    static Batch of(
            int number, List<Proposal> proposals, RunState state, EditScope scope, Function<String, Artifact> load) {
        var entries = new ArrayList<Proposed.Entry>();
        var artifacts = new ArrayList<Artifact>();
        var fresh = new HashSet<String>();
        for (var proposal : proposals) {
            try {
                var artifact = Patches.apply(load.apply(proposal.parents().getFirst()), proposal.patches(), scope);
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

    private static Proposed.Entry refused(Proposal proposal, Reason reason, String message) {
        return new Proposed.Entry(proposal, null, new Outcome.Rejected(reason, message));
    }
}
