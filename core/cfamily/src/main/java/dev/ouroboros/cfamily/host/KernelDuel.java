package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.layer.Side;
import java.util.Set;
import java.util.concurrent.Future;

/** Two fresh locked-down workers, one for each side, and the inputs they share. */
final class KernelDuel implements Duel {
    /** What the launches of a batch may take of each side's memory, so much that 20 ms of a processor's bandwidth fit; beyond it
     * they take turns with the buffers. */
    private static final long MEMORY = 512L << 20;

    /** A little more than the contract's, since a batch may be luckier than those that were tried. */
    private static final double SECONDS = 1.05 * BATCH_SECONDS;

    private final Crew crew;
    private final Corner incumbent;
    private final Corner challenger;
    private final Round round;
    private final Workshop workshop;
    private final Audits audits;
    private final String challengerDigest;
    private final Set<String> suspects;
    private final Clocks clocks = new Clocks();
    private Audit audit = Audit.NONE;
    private int pair = -1;

    private KernelDuel(
            Crew crew,
            Corner incumbent,
            Corner challenger,
            Round round,
            Workshop workshop,
            String challengerDigest,
            Set<String> suspects) {
        this.crew = crew;
        this.incumbent = incumbent;
        this.challenger = challenger;
        this.round = round;
        this.workshop = workshop;
        this.audits = Audits.draw(workshop.secret());
        this.challengerDigest = challengerDigest;
        this.suspects = suspects;
    }

    /**
     * Starts both sides and finds out how many launches make a batch of each.
     *
     * @param suspects digests of those about whom the clocks disagreed before; thread-safe
     */
    static KernelDuel open(Workshop workshop, Compiled first, Compiled second, Set<String> suspects)
            throws CandidateFailure, InterruptedException {
        Problem problem = workshop.timed();
        var crew = new Crew(workshop, MEMORY + Layout.bytesPerLaunch(problem));
        boolean open = false;
        try {
            Future<Runner> one = crew.start();
            Future<Runner> other = crew.start();
            Corner incumbent = Blame.incumbent(() -> Corner.enter(workshop, Crew.await(one), first, 0, 0));
            Corner challenger = Corner.enter(workshop, Crew.await(other), second, 0, 0);
            Round round = settle(workshop, problem, incumbent, challenger);
            var duel = new KernelDuel(
                    crew,
                    incumbent,
                    challenger,
                    round,
                    workshop,
                    second.candidate().digest(),
                    suspects);
            open = true;
            return duel;
        } finally {
            if (!open) {
                crew.close();
            }
        }
    }

    private static Round settle(Workshop workshop, Problem problem, Corner incumbent, Corner challenger)
            throws CandidateFailure, InterruptedException {
        var one = new Round(workshop, problem, 1);
        one.draw();
        double first =
                Blame.incumbent(() -> incumbent.tryOut(one, workshop.task().patience()));
        double second = challenger.tryOut(one, workshop.task().patience());
        int launches = Corner.launchesFor(Math.min(first, second), SECONDS);
        int own = Corner.buffersFor(problem, launches, MEMORY);
        var round = new Round(workshop, problem, own);
        round.draw();
        Blame.incumbent(() -> {
            incumbent.settle(round, first, SECONDS, 0);
            return incumbent;
        });
        challenger.settle(round, second, SECONDS, 0);
        return round;
    }

    @Override
    public void nextPair() throws CandidateFailure, InterruptedException {
        pair++;
        audit = audits.of(pair, workshop.secret());
        round.draw();
    }

    @Override
    public Sample run(Side side) throws CandidateFailure, InterruptedException {
        Sample sample = switch (side) {
            case INCUMBENT -> Blame.incumbent(() -> incumbent.run(round, pair, audit));
            case CHALLENGER -> challenger.run(round, pair, audit);
        };
        clocks.add(side, sample);
        String complaint = clocks.complaint();
        if (complaint != null) {
            throw suspects.contains(challengerDigest)
                    ? Blame.rejected(Reason.GUARD, "the clocks disagree again: " + complaint)
                    : suspect(complaint);
        }
        return sample;
    }

    private CandidateFailure suspect(String complaint) {
        suspects.add(challengerDigest);
        return Blame.ours("the clocks disagree: " + complaint);
    }

    @Override
    public void close() {
        crew.close();
    }
}
