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
import java.util.function.Consumer;
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
    public void evaluate(List<Artifact> candidates, Artifact incumbent, Consumer<Evaluation> told)
            throws InterruptedException {
        var checks = new ArrayList<Future<List<StageResult>>>();
        try {
            candidates.forEach(candidate -> checks.add(threads.submit(() -> shared(candidate))));
            for (int i = 0; i < checks.size(); i++) {
                told.accept(screened(checks.get(i).get(), incumbent, candidates.get(i)));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a stage broke its contract", e.getCause());
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
        var series = new ArrayList<PairedSamples>();
        try (var _ = exclusion.exclusive()) {
            for (var part : scoring.timedParts()) {
                series.add(blocks.run(part, bench(part), incumbent, challenger, secret));
            }
        }
        return series;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private List<StageResult> shared(Artifact candidate) throws InterruptedException {
        try (var _ = exclusion.shared()) {
            return cascade.check(candidate);
        }
    }

    private Evaluation screened(List<StageResult> results, Artifact incumbent, Artifact challenger)
            throws InterruptedException {
        var timed = scoring.timedParts();
        if (!Cascade.passed(results) || timed.isEmpty()) {
            return new Evaluation(results, List.of());
        }
        long start = System.nanoTime();
        var all = new ArrayList<>(results);
        var series = new ArrayList<PairedSamples>();
        try (var _ = exclusion.exclusive()) {
            for (var part : timed) {
                series.add(bench(part).screen(part, incumbent, challenger));
            }
        } catch (CandidateFailure e) {
            all.add(new StageResult("screen", e.outcome(), (System.nanoTime() - start) / 1e9));
            return new Evaluation(all, List.of());
        }
        all.add(new StageResult("screen", Outcome.passed(), (System.nanoTime() - start) / 1e9));
        return new Evaluation(all, series);
    }

    private Bench bench(String part) {
        var bench = scoring.timed().get(part);
        if (bench == null) {
            throw new IllegalStateException("part " + part + " has no bench");
        }
        return bench;
    }
}
