package dev.ouroboros.engine.propose;

import java.util.List;

/** Somebody outside of this process who proposes: a person, a script, a coding agent. */
public interface Guest {

    /**
     * Waits for the guest's next turn, at most as long as the context has time left.
     *
     * @param count most proposals in one turn
     */
    Turn next(ProposerContext context, int count) throws InterruptedException;

    /** What a guest may do. */
    sealed interface Turn {
        /** Proposes at least one change. */
        record Propose(List<Proposal> proposals) implements Turn {}

        /** Asks that a candidate which passed its evaluation be confirmed now. */
        record Confirm(String candidate) implements Turn {}

        /** Has nothing more to propose; asked again, it says so again. */
        record Leave() implements Turn {}
    }
}
