package dev.ouroboros.app.external;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.propose.Guest.Turn;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.ProposerContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what somebody answers to a request. */
final class Answer {
    private static final String PROPOSER = "external/folder";

    private Answer() {}

    /**
     * Reads an answer and tries all that it proposes.
     *
     * @param most proposals
     * @throws Complaint if any of it cannot be used; nothing of it is then
     */
    static Turn read(JsonNode json, ProposerContext context, int most) throws Complaint {
        var fields = Fields.of(json, "");
        boolean finish = fields.flag("finish");
        var confirm = fields.textOrNull("confirm");
        var proposals = fields.objects("proposals");
        fields.rejectUnread();
        int said = (finish ? 1 : 0) + (confirm == null ? 0 : 1) + (proposals.isEmpty() ? 0 : 1);
        if (said != 1) {
            throw new Complaint(
                    "expected one of \"proposals\" with at least one in it, \"confirm\" and \"finish\": true");
        }
        if (finish) {
            return new Turn.Leave();
        }
        return confirm == null ? propose(proposals, context, most) : confirm(confirm, context);
    }

    private static Turn confirm(String name, ProposerContext context) throws Complaint {
        var candidate = ContextView.candidate(context, Suggestions.parent(context, name));
        if (!candidate.outcome().equals("passed")
                || candidate.confirmed() != null
                || candidate.parents().isEmpty()) {
            throw new Complaint("candidate " + candidate.candidate()
                    + " cannot be confirmed: it did not pass, was confirmed before, or is the baseline");
        }
        return new Turn.Confirm(candidate.candidate());
    }

    private static Turn propose(List<Fields> all, ProposerContext context, int most) throws Complaint {
        if (all.size() > most) {
            throw new Complaint("there are " + all.size() + " proposals; expected at most " + most);
        }
        var proposals = new ArrayList<Proposal>();
        var artifacts = new HashSet<Artifact>();
        for (var fields : all) {
            try {
                var suggestion = Suggestion.read(fields, context.task());
                fields.rejectUnread();
                var tried = Suggestions.tried(context, suggestion, PROPOSER);
                if (!artifacts.add(tried.artifact())) {
                    throw new Complaint("two proposals come to the same");
                }
                proposals.add(tried.proposal());
            } catch (Complaint e) {
                throw new Complaint("proposal " + (proposals.size() + 1) + " of " + all.size() + ": " + e.getMessage());
            }
        }
        return new Turn.Propose(proposals);
    }
}
