package dev.ouroboros.app.mcp;

import dev.ouroboros.app.external.Suggestion;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.ProposerContext;
import org.jspecify.annotations.Nullable;

/** A suggestion on its way: first laid down, then taken by the loop, at last judged or turned down. Guarded by its desk. */
final class Order {
    final Suggestion suggestion;
    final String who;
    private @Nullable Taken taken;
    private @Nullable Observation judged;
    private @Nullable String complaint;

    Order(Suggestion suggestion, String who) {
        this.suggestion = suggestion;
        this.who = who;
    }

    /**
     * What the loop made of it.
     *
     * @param context what the loop knew when it took it
     */
    record Taken(Proposal proposal, Artifact artifact, ProposerContext context) {
        String candidate() {
            return artifact.digest();
        }
    }

    void take(Taken as) {
        taken = as;
    }

    void judge(Observation observation) {
        judged = observation;
    }

    void turnDown(String why) {
        complaint = why;
    }

    @Nullable
    Taken taken() {
        return taken;
    }

    @Nullable
    Observation judged() {
        return judged;
    }

    @Nullable
    String complaint() {
        return complaint;
    }

    boolean open() {
        return judged == null && complaint == null;
    }

    boolean isFor(String candidate) {
        return taken != null && taken.candidate().equals(candidate);
    }

    boolean isOf(Proposal proposal) {
        return taken != null && taken.proposal().equals(proposal);
    }
}
