package dev.ouroboros.engine.propose;

import java.util.List;
import java.util.random.RandomGenerator;

/** Proposes what a guest proposes: it is built, checked, measured and judged like anybody's. */
public final class GuestProposer implements Proposer {
    private final Guest guest;

    public GuestProposer(Guest guest) {
        this.guest = guest;
    }

    @Override
    public List<Proposal> propose(ProposerContext context, int count, RandomGenerator random)
            throws InterruptedException {
        return switch (guest.next(context, count)) {
            case Guest.Turn.Propose(var proposals) -> proposals;
            case Guest.Turn.Confirm(var candidate) -> {
                context.notebook().askConfirmation(candidate);
                yield List.of();
            }
            case Guest.Turn.Leave() -> List.of();
        };
    }
}
