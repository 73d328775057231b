package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.evaluation.Sample;
import java.time.Duration;
import java.util.Arrays;

/** One side of a comparison: a loaded candidate, and how many launches make a batch of it. */
final class Corner {
    private static final double MARGIN = 1.2;
    private static final int TRIES = 3;
    private static final int MOST_LAUNCHES = 20_000;

    private final Workshop workshop;
    private final Problem problem;
    private final Runner runner;
    private final Compiled compiled;
    private final int number;
    private final double impossible;
    private Rig rig;
    private int launches = 1;

    private Corner(Workshop workshop, Problem problem, Runner runner, Compiled compiled, int number, Rig rig) {
        this.workshop = workshop;
        this.problem = problem;
        this.runner = runner;
        this.compiled = compiled;
        this.number = number;
        this.rig = rig;
        this.impossible = workshop.target().leastSeconds(problem);
    }

    /**
     * Loads a candidate for the timed shape.
     *
     * @param number its slot in the runner
     * @param base where its part of the shared memory begins
     */
    static Corner enter(Workshop workshop, Runner runner, Compiled compiled, int number, long base)
            throws CandidateFailure, InterruptedException {
        Problem problem = workshop.timed();
        runner.load(number, compiled.code(problem));
        Layout one = Layout.of(problem, 1, base);
        Rig rig = workshop.rig(runner, compiled, problem, one, number);
        return new Corner(workshop, problem, runner, compiled, number, rig);
    }

    /** Returns the seconds of one launch, the best of up to three, of which the first is checked in full. */
    double tryOut(Round round, Duration patience) throws CandidateFailure, InterruptedException {
        double first = batch(round, 0, 1, Audit.FIRST, patience);
        double best = first;
        int tries = first < 0.1 ? TRIES : first < 1 ? 2 : 1;
        for (int i = 1; i < tries; i++) {
            best = Math.min(best, batch(round, i, 1, Audit.NONE, patience));
        }
        return best;
    }

    /** Returns how many launches take so many seconds, as far as one that took {@code oneLaunch} tells. */
    static int launchesFor(double oneLaunch, double seconds) {
        return (int) Math.clamp(Math.ceil(MARGIN * seconds / oneLaunch), 1, MOST_LAUNCHES);
    }

    /**
     * Returns how many launches of a batch get buffers of their own. What is computed in place can take no buffers in turn,
     * so there are some to spare if a batch turns out longer than expected.
     *
     * @param memory in bytes
     */
    static int buffersFor(Problem problem, int launches, long memory) {
        int wanted = problem.task().inPlace() ? Math.min(2 * launches, MOST_LAUNCHES) : launches;
        return Math.clamp(memory / Layout.bytesPerLaunch(problem), 1, wanted);
    }

    /**
     * Makes ready batches of at least {@code seconds}. Launches beyond those of the round take the buffers of the first
     * ones again, in turn; in place there are no more than those of the round, and a batch may be shorter.
     */
    void settle(Round round, double oneLaunch, double seconds, long base)
            throws CandidateFailure, InterruptedException {
        int most = problem.task().inPlace() ? round.size() : MOST_LAUNCHES;
        launches = Math.min(most, launchesFor(oneLaunch, seconds));
        for (int i = 0; i < TRIES; i++) {
            Layout layout = Layout.of(problem, Math.min(launches, round.size()), base);
            rig = workshop.rig(runner, compiled, problem, layout, number);
            if (launches == 1) {
                return; // As it was tried out.
            }
            double took = batch(round, i, launches, Audit.NONE, workshop.task().patience());
            if (took >= seconds) {
                // A neighbour may have slowed it down.
                took = Math.min(
                        took,
                        batch(
                                round,
                                i + 1,
                                launches,
                                Audit.NONE,
                                workshop.task().patience()));
            }
            if (took >= seconds || launches == most) {
                return;
            }
            launches = Math.min(most, launchesFor(took / launches, seconds));
        }
    }

    int launches() {
        return launches;
    }

    /** Runs one batch, judges it, and returns its time. */
    Sample run(Round round, int pair, Audit audit) throws CandidateFailure, InterruptedException {
        double seconds = batch(round, pair, launches, audit, workshop.task().patience()) / launches;
        if (seconds < impossible) {
            throw Blame.rejected(
                    Reason.GUARD,
                    String.format(
                            "a launch took %.3g s; this device cannot do it in less than %.3g s", seconds, impossible));
        }
        double device = Arrays.stream(rig.deviceSeconds()).sum() / launches;
        return new Sample(seconds, device, launches);
    }

    private double batch(Round round, int pair, int count, Audit audit, Duration patience)
            throws CandidateFailure, InterruptedException {
        int own = Math.min(count, rig.launches());
        workshop.place(rig, round.inputs(own), pair);
        double seconds = rig.go(count, patience);
        if (workshop.defences().contains(Defence.JUDGED_TIMING)) {
            round.judge(rig, own, audit);
        }
        return seconds;
    }
}
