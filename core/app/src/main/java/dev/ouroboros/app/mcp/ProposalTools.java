package dev.ouroboros.app.mcp;

import dev.ouroboros.app.external.CandidateView;
import dev.ouroboros.app.external.Complaint;
import dev.ouroboros.app.external.ContextView;
import dev.ouroboros.app.external.Suggestion;
import dev.ouroboros.app.external.Suggestions;
import java.util.List;
import java.util.Objects;

/** Tools with which an agent proposes. */
final class ProposalTools {
    private final LiveRuns live;
    private final String who;

    /** @param who the name of the proposer, for the record */
    ProposalTools(LiveRuns live, String who) {
        this.live = live;
        this.who = who;
    }

    List<Tool> all() {
        return List.of(evaluate(), submit());
    }

    private Tool evaluate() {
        return new Tool(
                "evaluate",
                "Evaluate a change",
                "Builds a change of the best candidate, or of another parent, in a sandbox, checks that it computes the"
                        + " right thing, and screens it against the best. Costs one evaluation of the budget; a change that"
                        + " does not apply or repeats an earlier one is refused and costs none. The gain it answers is an"
                        + " estimate: submit and finish_run confirm. If you cancel the call, the evaluation ends; it has"
                        + " cost one all the same.",
                Waiting.schema(change(Schema.needing("run").text("run", ReadTools.RUN)))
                        .map(),
                false,
                (arguments, progress) -> {
                    var desk = live.find(arguments.text("run")).desk();
                    var patience = Waiting.patience(arguments, progress);
                    var suggestion =
                            Suggestion.read(arguments, ReadTools.context(desk).task());
                    arguments.rejectUnread();
                    return evaluated(desk, suggestion, patience);
                });
    }

    private Tool submit() {
        return new Tool(
                "submit",
                "Submit a proposal",
                "Has a candidate confirmed: block by block in fresh processes against the best, until it is proven better"
                        + " or not. Only a confirmed candidate becomes the best. Give a candidate that was evaluated, or a"
                        + " change, which is then evaluated first. What does not promise more than the best is not"
                        + " confirmed. Takes a minute or more; a confirmation cannot be cancelled.",
                Waiting.schema(change(Schema.needing("run")
                                .text("run", ReadTools.RUN)
                                .text(
                                        "candidate",
                                        "The first digits of an evaluated candidate's digest, in place of a change.")))
                        .map(),
                false,
                (arguments, progress) -> {
                    var desk = live.find(arguments.text("run")).desk();
                    var patience = Waiting.patience(arguments, progress);
                    var name = arguments.textOrNull("candidate");
                    var context = ReadTools.context(desk);
                    if (name == null) {
                        var suggestion = Suggestion.read(arguments, context.task());
                        arguments.rejectUnread();
                        var verdict = evaluated(desk, suggestion, patience);
                        return verdict.candidate() == null ? verdict : confirmed(desk, verdict.candidate(), patience);
                    }
                    if (Suggestion.isIn(arguments)) {
                        throw new Complaint("there are both a candidate and a change\nGive one of them.");
                    }
                    arguments.rejectUnread();
                    var view = ContextView.candidate(context, Suggestions.parent(context, name));
                    return confirmed(desk, view, patience);
                });
    }

    private Verdict evaluated(Desk desk, Suggestion suggestion, Patience patience)
            throws Complaint, InterruptedException {
        var order = desk.propose(suggestion, who, patience);
        if (order.complaint() != null) {
            throw new Complaint(order.complaint());
        }
        var judged = order.judged();
        if (judged == null) {
            return Verdict.running(desk);
        }
        var view = ContextView.judged(Objects.requireNonNull(order.taken()).context(), judged);
        return Verdict.judged(desk, view, promising(desk, view));
    }

    private Verdict confirmed(Desk desk, CandidateView candidate, Patience patience)
            throws Complaint, InterruptedException {
        var known = desk.decision(candidate.candidate());
        if (known == null && !promising(desk, candidate)) {
            return Verdict.judged(desk, candidate, false);
        }
        var decided = known == null ? desk.confirm(candidate.candidate(), patience) : known;
        if (decided == null && desk.isOver()) {
            throw new Complaint("the run is over, and " + candidate.candidate() + " was not confirmed"
                    + "\nCall wait with the run for its summary.");
        }
        return decided == null ? Verdict.running(desk) : Verdict.decided(desk, candidate, Verdict.Decision.of(decided));
    }

    /** A confirmation is worth its time if the screen promises more than the least gain that can be accepted. */
    private static boolean promising(Desk desk, CandidateView candidate) throws Complaint {
        var gain = candidate.gainOverBest();
        return gain != null
                && candidate.confirmed() == null
                && gain > 1 + ReadTools.context(desk).task().accept().minimumGain();
    }

    private static Schema change(Schema schema) {
        return schema.list(
                        "edits",
                        Schema.needing("path", "search", "replace")
                                .text("path", "Path of the file, as read_context shows it.")
                                .text("search", "Text that stands in the file exactly once, to the letter.")
                                .text("replace", "What stands there instead."),
                        "Replacements of text in files. Give at least one of edits, files, diff, parameters.")
                .list(
                        "files",
                        Schema.needing("path", "text")
                                .text("path", "Path of the file, as read_context shows it.")
                                .text("text", "The whole new text of the file."),
                        "Whole files in place of the old ones.")
                .text("diff", "A unified diff with --- and +++ lines; every hunk must fit exactly.")
                .object(
                        "parameters",
                        "Build-time constants to set: {\"NAME\": value}, or {\"PART\": {\"NAME\": value}} if several parts"
                                + " have some. read_task lists the values each may take; those not named stay.")
                .text("parent", "What the change applies to (default: best). " + ReadTools.CANDIDATE)
                .text("rationale", "Why it should be better, in a sentence; shown in the lineage and the report.")
                .number("tokens", "Tokens it cost you to propose, for the record.")
                .number("cost_usd", "Dollars it cost you to propose, for the record.");
    }
}
