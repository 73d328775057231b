package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.java.data.Draw;
import dev.ouroboros.java.task.JavaTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is right: the seed's own code, or the method the task names, in a worker that no candidate ever enters. */
final class Reference implements AutoCloseable {
    /** The seed is what a candidate must be better than, and may be slow. */
    private static final int PATIENCE = 6;

    private final JavaTask task;
    private final Map<String, byte[]> seed;
    private final Pool workers;

    Reference(Sandbox sandbox, JavaTask task, Map<String, byte[]> seed) {
        this.task = task;
        this.seed = seed;
        this.workers = new Pool(() -> {
            Runner runner = Runner.start(sandbox, task);
            runner.load(0, task, task.reference(), seed);
            return runner;
        });
    }

    /**
     * What is right for some launches.
     *
     * @param results for each launch what it returns, followed by its arguments afterwards
     * @param seconds it took for one
     */
    record Answer(List<@Nullable Object> results, double seconds) {}

    Answer answer(List<Draw> draws, long seed, int first, int launches) throws CandidateFailure, InterruptedException {
        Runner runner = workers.take();
        boolean well = false;
        try {
            runner.prepare(0, draws, seed, first, launches);
            Duration patience = task.patience().multipliedBy(PATIENCE);
            double seconds = runner.go(0, patience).nanos() * 1e-9 / launches;
            List<Integer> all =
                    java.util.stream.IntStream.range(0, launches).boxed().toList();
            var answer = new Answer(runner.collect(0, all, 0, 0), seconds);
            well = true;
            return answer;
        } catch (CandidateFailure e) {
            throw Blame.ours("the seed, which is the reference, failed: " + e.outcome());
        } finally {
            workers.giveBack(runner, well);
        }
    }

    /** Returns the seed's class files. */
    Map<String, byte[]> seed() {
        return seed;
    }

    @Override
    public void close() {
        workers.close();
    }
}
