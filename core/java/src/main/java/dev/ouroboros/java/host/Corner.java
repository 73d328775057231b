package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.java.build.Built;
import dev.ouroboros.java.data.Draw;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of a comparison: a loaded candidate, and how many launches make a batch of it. */
final class Corner {
    private static final int MOST_LAUNCHES = 20_000;
    private static final long MEMORY = 96L << 20;
    private static final double MARGIN = 1.25;
    private static final int SPOTS = 64;

    private final Workshop workshop;
    private final Runner runner;
    private final int slot;
    private final List<Draw> draws;
    private final int most;
    private int launches = 1;

    private Corner(Workshop workshop, Runner runner, int slot) {
        this.workshop = workshop;
        this.runner = runner;
        this.slot = slot;
        this.draws = workshop.task().draws(workshop.task().timed());
        long bytes = draws.stream().mapToLong(Draw::bytes).sum();
        this.most = Math.clamp(MEMORY / Math.max(1, bytes), 1, MOST_LAUNCHES);
    }

    /** Loads a candidate into a slot. */
    static Corner enter(Workshop workshop, Runner runner, Built built, int slot)
            throws CandidateFailure, InterruptedException {
        runner.load(slot, workshop.task(), workshop.task().method(), built.classes());
        return new Corner(workshop, runner, slot);
    }

    /**
     * Launches until the JVM has had time to compile it.
     *
     * @param seconds to launch
     * @param hopeless seconds of a launch after which, half of the time being over, it is not worth more
     * @return seconds of a launch at the end
     */
    double warm(double seconds, double hopeless, Duration patience) throws CandidateFailure, InterruptedException {
        double total = 0;
        double best = Double.POSITIVE_INFINITY;
        int count = 1;
        while (total < seconds) {
            double took = time(workshop.seed(), count).nanos() * 1e-9;
            total += took;
            double each = took / count;
            best = total > seconds / 2 ? Math.min(best, each) : each;
            if (total > seconds / 2 && best > hopeless) {
                return best;
            }
            count = (int) Math.clamp(Math.min(4.0 * count, seconds / 8 / each), 1, most);
            if (total > patience.toMillis() * 1e-3) {
                return best;
            }
        }
        return best;
    }

    /** Chooses how many launches make a batch of so many seconds. */
    void settle(double oneLaunch, double seconds) throws CandidateFailure, InterruptedException {
        launches = launchesFor(oneLaunch, seconds);
        for (int i = 0; i < 3; i++) {
            double took = time(workshop.seed(), launches).nanos() * 1e-9;
            if (took >= seconds || launches == most) {
                return;
            }
            launches = launchesFor(took / launches, seconds);
        }
    }

    private int launchesFor(double oneLaunch, double seconds) {
        return (int) Math.clamp(Math.ceil(MARGIN * seconds / oneLaunch), 1, most);
    }

    int launches() {
        return launches;
    }

    List<Draw> draws() {
        return draws;
    }

    /** Runs one batch. */
    Runner.Time time(long seed) throws CandidateFailure, InterruptedException {
        return time(seed, launches);
    }

    private Runner.Time time(long seed, int count) throws CandidateFailure, InterruptedException {
        runner.prepare(slot, draws, seed, 0, count);
        return runner.go(slot, workshop.task().patience());
    }

    /** Returns what the last batch left behind, some launches of it in full. */
    List<@Nullable Object> collect(List<Integer> full, long spots) throws CandidateFailure, InterruptedException {
        return runner.collect(
                slot, full.stream().filter(each -> each < launches).toList(), SPOTS, spots);
    }
}
