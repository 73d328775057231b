package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.java.build.Built;
import dev.ouroboros.java.data.Draw;
import dev.ouroboros.java.task.Shape;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Runs a loaded candidate at one shape for its answers. */
final class Trial {
    private static final double ENDLESS = 40;
    private static final double LEAST_SECONDS = 1;

    private final Workshop workshop;
    private final Runner runner;

    private Trial(Workshop workshop, Runner runner) {
        this.workshop = workshop;
        this.runner = runner;
    }

    /** Loads it. */
    static Trial load(Workshop workshop, Runner runner, Built built) throws CandidateFailure, InterruptedException {
        runner.load(0, workshop.task(), workshop.task().method(), built.classes());
        return new Trial(workshop, runner);
    }

    /** Runs it several times, with fresh arguments each time; what takes much longer than the seed is not waited for. */
    void at(Shape shape, int runs) throws CandidateFailure, InterruptedException {
        List<Draw> draws = workshop.task().draws(shape);
        long seed = workshop.seed();
        var answer = workshop.reference().answer(draws, seed, 0, runs);
        runner.prepare(0, draws, seed, 0, runs);
        double seconds = Math.min(
                workshop.task().patience().toMillis() * 1e-3, LEAST_SECONDS + ENDLESS * runs * answer.seconds());
        runner.go(0, Duration.ofMillis((long) (1000 * seconds)));
        var all = IntStream.range(0, runs).boxed().toList();
        workshop.judge().compare(answer.results(), runner.collect(0, all, 0, 0));
    }
}
