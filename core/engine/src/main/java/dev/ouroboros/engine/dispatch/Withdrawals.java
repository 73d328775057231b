package dev.ouroboros.engine.dispatch;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever proposed a candidate take it back while it is evaluated. What is taken back has cost its evaluation, or
 * evaluating would be free; confirmations, controls and the re-run cannot be taken back, or they could be chosen among.
 * Safe for use by several threads.
 */
public final class Withdrawals {
    private final Set<String> withdrawn = new HashSet<>();
    private List<String> underWay = List.of();
    private @Nullable Thread evaluating;
    private boolean interrupted;

    /** Takes a candidate back, by its digest: at once if it is being evaluated, else when its turn comes. */
    public synchronized void withdraw(String candidate) {
        withdrawn.add(candidate);
        if (evaluating != null && underWay.contains(candidate)) {
            interrupted = true;
            evaluating.interrupt();
        }
    }

    /** Returns a dispatcher that leaves out what was withdrawn. */
    public Dispatcher around(Dispatcher dispatcher) {
        return new Dispatcher() {
            @Override
            public void evaluate(List<Artifact> candidates, Artifact incumbent, Predicate<Evaluation> told)
                    throws InterruptedException {
                new Work(dispatcher, candidates, incumbent, told).run();
            }

            @Override
            public List<StageResult> confirm(Artifact candidate) throws InterruptedException {
                return dispatcher.confirm(candidate);
            }

            @Override
            public List<PairedSamples> block(Artifact incumbent, Artifact challenger)
                    throws CandidateFailure, InterruptedException {
                return dispatcher.block(incumbent, challenger);
            }
        };
    }

    private synchronized boolean isWithdrawn(Artifact candidate) {
        return withdrawn.contains(candidate.digest());
    }

    private synchronized void begin(List<Artifact> candidates) {
        underWay = candidates.stream().map(Artifact::digest).toList();
        evaluating = Thread.currentThread();
    }

    /** Returns whether a withdrawal has interrupted this thread, and leaves no trace of that on it. */
    private synchronized boolean end() {
        evaluating = null;
        underWay = List.of();
        boolean was = interrupted;
        interrupted = false;
        if (was) {
            Thread.interrupted();
        }
        return was;
    }

    private synchronized void ended(Artifact candidate) {
        underWay = underWay.stream()
                .filter(digest -> !digest.equals(candidate.digest()))
                .toList();
    }

    /** One batch; those that are left when one is withdrawn are begun again. */
    private final class Work {
        private final Dispatcher dispatcher;
        private final List<Artifact> candidates;
        private final Artifact incumbent;
        private final Predicate<Evaluation> told;
        private int done;
        private boolean wanted = true;

        Work(Dispatcher dispatcher, List<Artifact> candidates, Artifact incumbent, Predicate<Evaluation> told) {
            this.dispatcher = dispatcher;
            this.candidates = candidates;
            this.incumbent = incumbent;
            this.told = told;
        }

        void run() throws InterruptedException {
            while (wanted && done < candidates.size()) {
                if (isWithdrawn(candidates.get(done))) {
                    tell(new Evaluation(
                            List.of(new StageResult(
                                    "withdrawn",
                                    new Outcome.TimedOut("taken back by whoever proposed it, before it was judged"),
                                    0)),
                            List.of()));
                } else {
                    evaluateUntilOneIsWithdrawn();
                }
            }
        }

        private void evaluateUntilOneIsWithdrawn() throws InterruptedException {
            int end = done + 1;
            while (end < candidates.size() && !isWithdrawn(candidates.get(end))) {
                end++;
            }
            var next = candidates.subList(done, end);
            begin(next);
            try {
                dispatcher.evaluate(next, incumbent, this::tell);
            } catch (InterruptedException e) {
                if (!end()) {
                    throw e;
                }
            } finally {
                end();
            }
        }

        private boolean tell(Evaluation evaluation) {
            ended(candidates.get(done));
            done++;
            wanted = told.test(evaluation);
            return wanted;
        }
    }
}
