package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.ScreenRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A quick comparison in one warm worker that both sides share, of few pairs if they differ clearly and of more if they are
 * close. Its loser is dropped, its winner has proven nothing.
 */
final class Screen implements AutoCloseable {
    private static final double BATCH_SECONDS = 0.005;
    private static final ScreenRule RULE = ScreenRule.USUAL;

    /** One launch tells enough of a candidate that is so many times slower. */
    private static final double HOPELESS = 4;

    /** A launch that takes so many times what the incumbent's takes is not waited for. */
    private static final double ENDLESS = 50;

    private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
    private static final long MEMORY = 24L << 20;

    private final Workshop workshop;
    private final Pool<Runner> runners;

    Screen(Workshop workshop) {
        this.workshop = workshop;
        long bytes = 2 * (MEMORY + Layout.bytesPerLaunch(workshop.timed()));
        this.runners = new Pool<>(() -> Runner.start(workshop.target(), bytes), Runner::close);
    }

    /** Compares; a hopeless challenger gives one pair of single launches. */
    PairedSamples compare(String part, Compiled incumbent, Compiled challenger)
            throws CandidateFailure, InterruptedException {
        Runner runner = runners.take();
        boolean above = false;
        try {
            PairedSamples samples = compare(part, runner, incumbent, challenger);
            runner.unload(0);
            runner.unload(1);
            above = true;
            return samples;
        } finally {
            runners.giveBack(runner, above && runner.reusable());
        }
    }

    private PairedSamples compare(String part, Runner runner, Compiled incumbent, Compiled challenger)
            throws CandidateFailure, InterruptedException {
        Problem problem = workshop.timed();
        long half = Layout.bytesPerLaunch(problem) + MEMORY;
        var one = new Round(workshop, problem, 1);
        one.draw();
        Corner first = Blame.incumbent(() -> Corner.enter(workshop, runner, incumbent, 0, 0));
        double before = Blame.incumbent(() -> first.tryOut(one, workshop.task().patience()));
        Corner second = Corner.enter(workshop, runner, challenger, 1, half);
        double after = second.tryOut(one, patience(before));
        if (after > HOPELESS * before) {
            return new PairedSamples(part, List.of(single(before)), List.of(single(after)), List.of(true));
        }
        int launches = Corner.launchesFor(Math.min(before, after), BATCH_SECONDS);
        int own = Corner.buffersFor(problem, launches, MEMORY);
        var round = new Round(workshop, problem, own);
        round.draw();
        Blame.incumbent(() -> {
            first.settle(round, before, BATCH_SECONDS, 0);
            return first;
        });
        second.settle(round, after, BATCH_SECONDS, half);
        return pairs(part, first, second, round);
    }

    private PairedSamples pairs(String part, Corner first, Corner second, Round round)
            throws CandidateFailure, InterruptedException {
        List<Sample> ofFirst = new ArrayList<>();
        List<Sample> ofSecond = new ArrayList<>();
        List<Boolean> order = new ArrayList<>();
        // One of the first pairs, which are always run, and as often among those that may follow.
        int audited = workshop.secret().nextInt(RULE.least());
        for (int pair = 0; !RULE.isEnough(ofFirst, ofSecond); pair++) {
            round.draw();
            int number = pair;
            Audit audit = pair % RULE.least() == audited ? Audit.secret(workshop.secret()) : Audit.NONE;
            boolean firstFirst = workshop.secret().nextBoolean();
            if (firstFirst) {
                ofFirst.add(Blame.incumbent(() -> first.run(round, number, audit)));
            }
            ofSecond.add(second.run(round, pair, audit));
            if (!firstFirst) {
                ofFirst.add(Blame.incumbent(() -> first.run(round, number, audit)));
            }
            order.add(firstFirst);
        }
        return new PairedSamples(part, ofFirst, ofSecond, order);
    }

    private static Sample single(double seconds) {
        return new Sample(seconds, Double.NaN, 1);
    }

    private Duration patience(double incumbentSeconds) {
        Duration most = workshop.task().patience();
        Duration some = Duration.ofNanos((long) (1e9 * ENDLESS * incumbentSeconds));
        Duration least = some.compareTo(LEAST_PATIENCE) > 0 ? some : LEAST_PATIENCE;
        return least.compareTo(most) < 0 ? least : most;
    }

    @Override
    public void close() {
        runners.close();
    }
}
