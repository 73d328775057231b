package dev.ouroboros.engine.propose;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.evaluation.Outcome.Rejected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change somebody proposes.
 *
 * @param parents digests of the artifacts it was made from; the patches apply to the first
 * @param patches applied in order
 * @param credit what gets the credit if it is accepted
 * @param proposer name of the proposer, for example {@code search/surrogate}
 * @param rationale why, for people; may be empty
 * @param cost this proposal's share of what was spent. A run's total is the sum of its exchanges, and of the
 *     costs that {@link Credit#EXTERNAL} proposals declare
 * @param refusal why its own proposer already refuses it (an answer that could not be read, a near-duplicate), so that
 *     it is archived and counted but never evaluated; null if it stands
 */
public record Proposal(
        List<String> parents,
        List<Patch> patches,
        Credit credit,
        String proposer,
        String rationale,
        Cost cost,
        @Nullable Rejected refusal) {

    @JsonCreator
    public Proposal {
        parents = List.copyOf(parents);
        patches = List.copyOf(patches);
        if (parents.isEmpty()) {
            throw new IllegalArgumentException("a proposal has at least one parent");
        }
    }

    /** A proposal that stands. */
    public Proposal(
            List<String> parents, List<Patch> patches, Credit credit, String proposer, String rationale, Cost cost) {
        this(parents, patches, credit, proposer, rationale, cost, null);
    }

    /** Tokens and dollars spent; zero for a search. */
    public record Cost(long tokens, double dollars) {
        /** What an offline proposer costs. */
        public static final Cost NONE = new Cost(0, 0);
    }
}
