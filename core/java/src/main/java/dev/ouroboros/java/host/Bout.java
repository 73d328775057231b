package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of batches of both sides on the same arguments. In an audited pair one secret launch of each side is compared with what
 * is right; every launch of both is compared with the other side's, at secret positions.
 */
final class Bout {
    private final Workshop workshop;
    private final Corner incumbent;
    private final Corner challenger;
    private List<Integer> audited = List.of();
    private @Nullable List<@Nullable Object> other;
    private long seed;
    private long spots;

    Bout(Workshop workshop, Corner incumbent, Corner challenger) {
        this.workshop = workshop;
        this.incumbent = incumbent;
        this.challenger = challenger;
    }

    /**
     * Begins the next pair.
     *
     * @param places of launches to audit, as a share of each side's batch; none for a pair that is not audited
     */
    void next(List<Double> places) {
        seed = workshop.seed();
        spots = workshop.secret().nextLong();
        other = null;
        var launches = new TreeSet<Integer>();
        for (double place : places) {
            launches.add(Math.min(incumbent.launches() - 1, (int) (place * incumbent.launches())));
            launches.add(Math.min(challenger.launches() - 1, (int) (place * challenger.launches())));
        }
        audited = List.copyOf(launches);
    }

    Sample run(Side side) throws CandidateFailure, InterruptedException {
        Corner corner = side == Side.INCUMBENT ? incumbent : challenger;
        Runner.Time time = side == Side.INCUMBENT ? Blame.incumbent(() -> corner.time(seed)) : corner.time(seed);
        if (workshop.defences().contains(Defence.JUDGED_TIMING)) {
            judge(side, corner);
        }
        int launches = corner.launches();
        return new Sample(time.nanos() * 1e-9 / launches, time.own() * 1e-9 / launches, launches);
    }

    private void judge(Side side, Corner corner) throws CandidateFailure, InterruptedException {
        List<@Nullable Object> results = side == Side.INCUMBENT
                ? Blame.incumbent(() -> corner.collect(audited, spots))
                : corner.collect(audited, spots);
        if (results.size() != corner.launches()) {
            throw Blame.rejected(Reason.GUARD, results.size() + " results of " + corner.launches() + " launches");
        }
        for (int launch : audited) {
            if (launch < results.size()) {
                audit(side, corner, launch, results.get(launch));
            }
        }
        List<@Nullable Object> before = other;
        if (before == null) {
            other = results;
            return;
        }
        List<@Nullable Object> right = side == Side.INCUMBENT ? results : before;
        List<@Nullable Object> found = side == Side.INCUMBENT ? before : results;
        List<@Nullable Object> expected = new ArrayList<>();
        List<@Nullable Object> got = new ArrayList<>();
        for (int i = 0; i < Math.min(right.size(), found.size()); i++) {
            if (!audited.contains(i)) {
                expected.add(right.get(i));
                got.add(found.get(i));
            }
        }
        workshop.judge().compare(expected, got);
    }

    private void audit(Side side, Corner corner, int launch, @Nullable Object found)
            throws CandidateFailure, InterruptedException {
        var answer = workshop.reference().answer(corner.draws(), seed, launch, 1);
        String complaint = workshop.judge().complaint(answer.results().getFirst(), found);
        if (complaint != null) {
            throw side == Side.INCUMBENT
                    ? Blame.ours("the incumbent is wrong: " + complaint)
                    : Blame.rejected(Reason.INCORRECT, complaint);
        }
    }
}
