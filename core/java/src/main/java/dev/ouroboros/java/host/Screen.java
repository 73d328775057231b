package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.ScreenRule;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.java.build.Built;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quick comparison in one warm JVM that both sides share and in which the incumbent stays. Its loser is dropped, its winner has
 * proven nothing.
 */
final class Screen implements AutoCloseable {
    private static final double BATCH_SECONDS = 0.006;
    private static final double WARM_SECONDS = 0.25;
    private static final ScreenRule RULE = ScreenRule.USUAL;

    /** A challenger that is so many times slower is not waited for. */
    private static final double HOPELESS = 4;

    private static final int MOST_CHALLENGERS = 40;

    private final Workshop workshop;
    private @Nullable Runner runner;
    private @Nullable Corner incumbent;
    private String loaded = "";
    private double before;
    private int challengers;

    Screen(Workshop workshop) {
        this.workshop = workshop;
    }

    /** Compares; a hopeless challenger gives one pair of single launches. */
    synchronized PairedSamples compare(String part, Built first, Built second)
            throws CandidateFailure, InterruptedException {
        boolean well = false;
        try {
            Corner one = incumbent(first);
            PairedSamples samples = compare(part, one, second);
            well = true;
            return samples;
        } finally {
            if (!well || ++challengers >= MOST_CHALLENGERS) {
                close();
            }
        }
    }

    private Corner incumbent(Built built) throws CandidateFailure, InterruptedException {
        Corner known = incumbent;
        if (known != null && loaded.equals(built.digest())) {
            return known;
        }
        Runner worker = runner();
        return Blame.incumbent(() -> {
            Corner corner = Corner.enter(workshop, worker, built, 0);
            before = corner.warm(
                    2 * WARM_SECONDS, Double.POSITIVE_INFINITY, workshop.task().patience());
            corner.settle(before, BATCH_SECONDS);
            incumbent = corner;
            loaded = built.digest();
            return corner;
        });
    }

    private Runner runner() throws CandidateFailure, InterruptedException {
        Runner known = runner;
        if (known == null) {
            known = Runner.start(workshop.sandbox(), workshop.task());
            runner = known;
            challengers = 0;
        }
        return known;
    }

    private PairedSamples compare(String part, Corner first, Built built)
            throws CandidateFailure, InterruptedException {
        Corner second = Corner.enter(workshop, runner(), built, 1);
        double after = second.warm(WARM_SECONDS, HOPELESS * before, Duration.ofSeconds(1));
        if (after > HOPELESS * before) {
            return new PairedSamples(part, List.of(single(before)), List.of(single(after)), List.of(true));
        }
        second.settle(after, BATCH_SECONDS);
        return pairs(part, new Bout(workshop, first, second));
    }

    private PairedSamples pairs(String part, Bout bout) throws CandidateFailure, InterruptedException {
        List<Sample> ofFirst = new ArrayList<>();
        List<Sample> ofSecond = new ArrayList<>();
        List<Boolean> order = new ArrayList<>();
        // One of the first pairs, which are always run.
        int audited = workshop.secret().nextInt(RULE.least());
        for (int pair = 0; !RULE.isEnough(ofFirst, ofSecond); pair++) {
            bout.next(pair == audited ? List.of(workshop.secret().nextDouble()) : List.of());
            boolean firstFirst = workshop.secret().nextBoolean();
            if (firstFirst) {
                ofFirst.add(bout.run(Side.INCUMBENT));
            }
            ofSecond.add(bout.run(Side.CHALLENGER));
            if (!firstFirst) {
                ofFirst.add(bout.run(Side.INCUMBENT));
            }
            order.add(firstFirst);
        }
        return new PairedSamples(part, ofFirst, ofSecond, order);
    }

    private static Sample single(double seconds) {
        return new Sample(seconds, Double.NaN, 1);
    }

    @Override
    public synchronized void close() {
        Runner known = runner;
        if (known != null) {
            known.close();
        }
        runner = null;
        incumbent = null;
        loaded = "";
    }
}
