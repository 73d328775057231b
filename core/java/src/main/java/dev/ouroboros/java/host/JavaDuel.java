package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.java.build.Built;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Two fresh JVMs, one for each side, each given the same time to compile what it runs. */
final class JavaDuel implements Duel {
    private static final double WARM_SECONDS = 0.6;
    private static final double SECONDS = 1.05 * BATCH_SECONDS;
    private static final int USUAL_PAIRS = 50;
    private static final int SECRET_PAIRS = 3;
    private static final int EVERY = 10;

    private final Workshop workshop;
    private final Crew crew;
    private final Bout bout;
    private final Set<Integer> audits = new TreeSet<>();
    private int pair = -1;

    private JavaDuel(Workshop workshop, Crew crew, Bout bout) {
        this.workshop = workshop;
        this.crew = crew;
        this.bout = bout;
        while (audits.size() < SECRET_PAIRS) {
            audits.add(workshop.secret().nextInt(1, USUAL_PAIRS - 1));
        }
    }

    /** The runners of a duel, those included that are still being started. */
    private static final class Crew {
        private final List<Runner> runners = new ArrayList<>();
        private boolean closed;

        synchronized void join(Runner runner) {
            if (closed) {
                runner.close();
            } else {
                runners.add(runner);
            }
        }

        synchronized void close() {
            closed = true;
            runners.forEach(Runner::close);
            runners.clear();
        }
    }

    /** Starts both sides, at the same time, and finds out how many launches make a batch of each. */
    static JavaDuel open(Workshop workshop, Built first, Built second) throws CandidateFailure, InterruptedException {
        var crew = new Crew();
        boolean open = false;
        try {
            Future<Corner> one = ready(workshop, crew, first);
            Future<Corner> other = ready(workshop, crew, second);
            Corner incumbent = Blame.incumbent(() -> await(one));
            var duel = new JavaDuel(workshop, crew, new Bout(workshop, incumbent, await(other)));
            open = true;
            return duel;
        } finally {
            if (!open) {
                crew.close();
            }
        }
    }

    private static Future<Corner> ready(Workshop workshop, Crew crew, Built built) {
        var task = new FutureTask<>(() -> {
            Runner runner = Runner.start(workshop.sandbox(), workshop.task());
            crew.join(runner);
            Corner corner = Corner.enter(workshop, runner, built, 0);
            double each = corner.warm(
                    WARM_SECONDS, Double.POSITIVE_INFINITY, workshop.task().patience());
            corner.settle(each, SECONDS);
            return corner;
        });
        Thread.ofPlatform().daemon().name("ouroboros-start").start(task);
        return task;
    }

    private static Corner await(Future<Corner> starting) throws CandidateFailure, InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CandidateFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Audits the first launch, the last one of a block of the usual length, and secret ones between. */
    @Override
    public void nextPair() {
        pair++;
        List<Double> places = new ArrayList<>();
        if (pair == 0) {
            places.add(0.0);
        }
        if (pair == USUAL_PAIRS - 1) {
            places.add(1.0);
        }
        if (audits.contains(pair) || (pair >= USUAL_PAIRS && pair % EVERY == 0)) {
            places.add(workshop.secret().nextDouble());
        }
        bout.next(places);
    }

    @Override
    public Sample run(Side side) throws CandidateFailure, InterruptedException {
        return bout.run(side);
    }

    @Override
    public void close() {
        crew.close();
    }
}
