package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.java.build.Built;
import dev.ouroboros.java.host.Player.Played;
import java.util.List;

/**
 * A search is a function of the space, the seed and what it was told. So a play that is played once more, by the same candidate
 * loaded anew, goes the same way; if it does not, the candidate remembered something of the plays before.
 */
final class Replay {
    private Replay() {}

    /**
     * Plays once more one of some plays, chosen in secret.
     *
     * @param veils those that the plays were behind, one for each
     * @throws CandidateFailure if it goes another way
     */
    static void one(Workshop workshop, Built built, List<Veil> veils, List<Long> seeds, List<Played> played)
            throws CandidateFailure, InterruptedException {
        if (!workshop.defences().contains(Defence.REPLAYED_PLAYS)) {
            return;
        }
        int which = workshop.secret().nextInt(played.size());
        Runner runner = workshop.checkers().take();
        boolean well = false;
        try {
            var player = Player.seat(workshop, runner, built, 0, List.of(veils.get(which)));
            var again = player.play(List.of(seeds.get(which))).getFirst();
            if (!again.equals(played.get(which))) {
                throw Blame.rejected(
                        Reason.GUARD, "a play went another way when it was repeated: something was kept from others");
            }
            runner.unload(0);
            well = true;
        } finally {
            workshop.checkers().giveBack(runner, well);
        }
    }
}
