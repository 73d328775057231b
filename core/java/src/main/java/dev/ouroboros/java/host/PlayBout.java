package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.java.build.Built;
import dev.ouroboros.java.host.Player.Played;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pairs of batches of plays: both sides on the same spaces behind the same veils, from the same secret seeds. */
final class PlayBout {
    /** A gap of 1 stands for so much time in a {@link Sample}, about what measuring it takes. */
    static final double SECONDS = 0.02;

    private static final int VEILS = 3;

    /** Nobody is always at the optimum from the first moment on, and a ratio needs a divisor. */
    private static final double LEAST_GAP = 1e-3;

    private final Workshop workshop;
    private final Built built;
    private final Player incumbent;
    private final Player challenger;
    private final List<Veil> veils;
    private final int batch;

    /** Pairs that are played together: there are hundreds of turns, which cost less the more plays there are in each. */
    private final int together;

    private List<Long> seeds = List.of();
    private List<Played> ofIncumbent = List.of();
    private List<Played> ofChallenger = List.of();
    private int pair = -1;
    private boolean audited;

    private PlayBout(
            Workshop workshop, Built built, Player incumbent, Player challenger, List<Veil> veils, int together) {
        this.workshop = workshop;
        this.built = built;
        this.incumbent = incumbent;
        this.challenger = challenger;
        this.veils = veils;
        this.together = together;
        this.batch = workshop.task().plays() * workshop.task().boards().size();
    }

    /**
     * Seats both sides, each in a slot of its own; they may share a worker.
     *
     * @param together pairs that are played at once
     */
    static PlayBout open(Workshop workshop, Runner one, Built first, Runner other, Built second, int together)
            throws CandidateFailure, InterruptedException {
        List<Veil> veils = Player.veils(workshop, VEILS);
        Player incumbent = Blame.incumbent(() -> Player.seat(workshop, one, first, 0, veils));
        Player challenger = Player.seat(workshop, other, second, 1, veils);
        return new PlayBout(workshop, second, incumbent, challenger, veils, together);
    }

    /**
     * Begins the next pair.
     *
     * @param audited whether one of the challenger's plays is played once more
     */
    void next(boolean audited) {
        pair++;
        this.audited = audited;
        if (pair % together == 0) {
            seeds = Stream.generate(workshop::seed)
                    .limit((long) together * batch)
                    .toList();
            ofIncumbent = List.of();
            ofChallenger = List.of();
        }
    }

    Sample run(Side side) throws CandidateFailure, InterruptedException {
        if (side == Side.INCUMBENT) {
            ofIncumbent = ofIncumbent.isEmpty() ? Blame.incumbent(() -> incumbent.play(seeds)) : ofIncumbent;
            return sample(own(ofIncumbent));
        }
        ofChallenger = ofChallenger.isEmpty() ? challenger.play(seeds) : ofChallenger;
        List<Played> played = own(ofChallenger);
        if (audited) {
            Replay.one(workshop, built, own(tables()), own(seeds), played);
        }
        return sample(played);
    }

    /** Returns whether both sides have made the very same choices in all plays that were played together. */
    boolean isSame() {
        return !ofIncumbent.isEmpty() && ofIncumbent.equals(ofChallenger);
    }

    /** Which veil each of the plays that were played together was behind. */
    private List<Veil> tables() {
        return IntStream.range(0, seeds.size())
                .mapToObj(play -> veils.get(play % veils.size()))
                .toList();
    }

    /** What belongs to this pair. */
    private <T> List<T> own(List<T> all) {
        int from = pair % together * batch;
        return all.subList(from, from + batch);
    }

    private static Sample sample(List<Played> played) {
        double gap = played.stream().mapToDouble(Played::gap).average().orElseThrow();
        return new Sample(SECONDS * Math.max(LEAST_GAP, gap), Double.NaN, played.size());
    }
}
