package dev.ouroboros.engine.dispatch;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.measure.BlockScheduler;
import dev.ouroboros.engine.measure.Scoring;
import dev.ouroboros.engine.process.Exclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Evaluates on this machine: stages on several threads, screens and blocks one at a time under the machine's lock. */
public final class LocalDispatcher implements Dispatcher, AutoCloseable {
    private final Cascade cascade;
    private final Scoring scoring;
    private final Exclusion exclusion;
    private final BlockScheduler blocks;
    private final RandomGenerator secret;
    private final ExecutorService threads;

    /**
     * @param parallel how many candidates to build and check at once
     * @param exclusion keeps everything else of ours off the machine while something is timed
     * @param secret draws the order within pairs
     */
    public LocalDispatcher(
            Cascade cascade,
            Scoring scoring,
            int parallel,
            Exclusion exclusion,
            BlockScheduler blocks,
            RandomGenerator secret) {
        this.cascade = cascade;
        this.scoring = scoring;
        this.exclusion = exclusion;
        this.blocks = blocks;
        this.secret = secret;
        this.threads = Executors.newFixedThreadPool(
                parallel, Thread.ofPlatform().daemon().name("evaluation-", 1).factory());
    }

    @Override
    public void evaluate(List<Artifact> candidates, Artifact incumbent, Predicate<Evaluation> told)
            throws InterruptedException {
        var checks = new ArrayList<Future<List<StageResult>>>();
        try {
            candidates.forEach(candidate -> checks.add(threads.submit(() -> shared(candidate))));
            boolean wanted = true;
            for (int i = 0; wanted && i < checks.size(); i++) {
                wanted = told.test(screened(results(checks.get(i)), incumbent, candidates.get(i)));
            }
        } finally {
            checks.forEach(check -> check.cancel(true));
        }
    }

    @Override
    public List<StageResult> confirm(Artifact candidate) throws InterruptedException {
        try (var _ = exclusion.shared()) {
            return cascade.confirm(candidate);
        }
    }

    @Override
    public List<PairedSamples> block(Artifact incumbent, Artifact challenger)
            throws CandidateFailure, InterruptedException {
        return measured((part, bench) -> blocks.run(part, bench, incumbent, challenger, secret));
    }

    /** Ends what is running and waits until it has ended, so that no stage outlives the run it belongs to. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private List<StageResult> shared(Artifact candidate) throws InterruptedException {
        try (var _ = exclusion.shared()) {
            return cascade.check(candidate);
        }
    }

    /** A stage that throws has a defect which this candidate, perhaps on purpose, has found; others need not suffer. */
    private static List<StageResult> results(Future<List<StageResult>> check) throws InterruptedException {
        try {
            return check.get();
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case InterruptedException interrupt -> throw interrupt;
                case Error error -> throw error;
                case null, default ->
                    List.of(new StageResult(
                            "cascade", new Outcome.Faulted("a stage broke its contract: " + e.getCause()), 0));
            };
        }
    }

    private Evaluation screened(List<StageResult> results, Artifact incumbent, Artifact challenger)
            throws InterruptedException {
        if (!Cascade.passed(results) || scoring.timedParts().isEmpty()) {
            return new Evaluation(results, List.of());
        }
        long start = System.nanoTime();
        var all = new ArrayList<>(results);
        try {
            var series = measured((part, bench) -> bench.screen(part, incumbent, challenger));
            all.add(screen(Outcome.passed(), start));
            return new Evaluation(all, series);
        } catch (CandidateFailure e) {
            all.add(screen(e.outcome(), start));
            return new Evaluation(all, List.of());
        }
    }

    private static StageResult screen(Outcome outcome, long start) {
        return new StageResult("screen", outcome, (System.nanoTime() - start) / 1e9);
    }

    private interface Timing {
        PairedSamples of(String part, Bench bench) throws CandidateFailure, InterruptedException;
    }

    private List<PairedSamples> measured(Timing timing) throws CandidateFailure, InterruptedException {
        try {
            return measuredOnce(timing);
        } catch (CandidateFailure e) {
            if (e.outcome() instanceof Outcome.Faulted) {
                return measuredOnce(timing);
            }
            throw e;
        }
    }

    private List<PairedSamples> measuredOnce(Timing timing) throws CandidateFailure, InterruptedException {
        var series = new ArrayList<PairedSamples>();
        var parts = scoring.timedParts();
        boolean alone = parts.stream().anyMatch(part -> scoring.bench(part).isTimed());
        try (var _ = alone ? exclusion.exclusive() : exclusion.shared()) {
            for (var part : parts) {
                series.add(timing.of(part, scoring.bench(part)));
            }
        }
        return series;
    }
}
