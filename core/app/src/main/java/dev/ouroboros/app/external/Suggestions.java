package dev.ouroboros.app.external;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.propose.Credit;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes proposals of what somebody outside suggests, or says what is wrong with it before it costs anything. */
public final class Suggestions {
    private Suggestions() {}

    /** A proposal, and what it makes of its parent. */
    public record Tried(Proposal proposal, Artifact artifact) {}

    /**
     * Tries a suggestion on its parent.
     *
     * @param who the name of the proposer, for the record
     * @throws Complaint if it does not fit, leaves the space of the parameters, or repeats what was proposed before
     */
    public static Tried tried(ProposerContext context, Suggestion suggestion, String who) throws Complaint {
        var parent = parent(context, suggestion.parent());
        try {
            var artifact = Patches.apply(
                    context.load().apply(parent),
                    suggestion.patches(),
                    context.task().editScope());
            var complaint = complaint(context.task(), artifact);
            if (complaint != null) {
                throw new Complaint(complaint + "\nNothing was evaluated. The task lists the values and constraints.");
            }
            if (artifact.digest().equals(parent)) {
                throw new Complaint("the change leaves its parent as it is\nNothing was evaluated; change something.");
            }
            if (context.seen().test(artifact.digest())) {
                throw new Complaint("the result was proposed before: candidate " + artifact.digest()
                        + "\nNothing was evaluated; look up what became of it, and try another change.");
            }
            var proposal = new Proposal(
                    List.of(parent),
                    suggestion.patches(),
                    Credit.EXTERNAL,
                    who,
                    suggestion.rationale(),
                    suggestion.cost());
            return new Tried(proposal, artifact);
        } catch (PatchFailure e) {
            throw new Complaint("the patch does not apply to " + parent + ": " + e.getMessage()
                    + "\nNothing was evaluated. Read the parent's files again, or send whole files.");
        }
    }

    /** Returns the digest of the candidate that {@code name} means: {@code best}, {@code baseline}, or how its digest begins. */
    public static String parent(ProposerContext context, @Nullable String name) throws Complaint {
        if (name == null || name.equals("best")) {
            return context.incumbent().digest();
        }
        if (name.equals("baseline")) {
            return context.history().getFirst().candidate();
        }
        var meant = context.history().stream()
                .map(Observation::candidate)
                .filter(digest -> digest.startsWith(name))
                .distinct()
                .toList();
        if (name.isEmpty() || meant.size() != 1) {
            throw new Complaint((meant.isEmpty() ? "no evaluated candidate begins" : meant.size() + " candidates begin")
                    + " with '" + name + "'; say best, baseline, or the first digits of a candidate in the history");
        }
        return meant.getFirst();
    }

    private static @Nullable String complaint(Task task, Artifact artifact) {
        var settings = task.settings(artifact);
        for (var part : task.parts()) {
            var setting = settings.get(part.name());
            var complaint = setting == null ? null : part.parameters().complaint(setting);
            if (complaint != null) {
                return "part " + part.name() + ": " + complaint;
            }
        }
        return null;
    }
}
