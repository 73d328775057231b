package dev.ouroboros.engine.propose;

import dev.ouroboros.engine.artifact.Patch;
import java.util.List;

/**
 * A change somebody proposes.
 *
 * @param parents digests of the artifacts it was made from; the patches apply to the first
 * @param patches applied in order
 * @param credit what gets the credit if it is accepted
 * @param proposer name of the proposer, for example {@code search/surrogate}
 * @param rationale why, for people; may be empty
 * @param cost what it cost to propose
 */
public record Proposal(
        List<String> parents, List<Patch> patches, Credit credit, String proposer, String rationale, Cost cost) {

    public Proposal {
        parents = List.copyOf(parents);
        patches = List.copyOf(patches);
        if (parents.isEmpty()) {
            throw new IllegalArgumentException("a proposal has at least one parent");
        }
    }

    /** Tokens and dollars spent; zero for a search. */
    public record Cost(long tokens, double dollars) {
        /** What an offline proposer costs. */
        public static final Cost NONE = new Cost(0, 0);
    }
}
