package dev.ouroboros.hdl.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Proves or refutes. Engines run side by side, as many at a time as {@code parallel}; the first definite answer ends the others.
 * A refutation counts only if it was seen on both designs.
 */
public record Prover(Abc abc, RandomGenerator random, int parallel) {
    /** Operations on words of 64 cases: a few seconds. */
    private static final long WORK = 1L << 31;

    /**
     * Returns what is known after at most {@code time}.
     *
     * @param obligation both designs must have the same ports
     */
    public Verdict prove(Obligation obligation, Duration time) throws InterruptedException {
        Product product = Product.of(obligation, random);
        if (product.differs() == Aig.FALSE) {
            return new Verdict.Proved("both are one graph");
        }
        if (new Shots(product.aig(), product.differs(), random).fire() instanceof Answer.Fails run) {
            return refuted(obligation, product, run);
        }
        return switch (Exhaustive.never(product.aig(), product.differs(), WORK)) {
            case Answer.Holds _ -> new Verdict.Proved("all cases");
            case Answer.Fails run when product.stateless() -> refuted(obligation, product, run);
            // A state that never comes shows nothing.
            case Answer.Fails _, Answer.Open _ -> ladder(obligation, product, time);
        };
    }

    /** As {@link #prove}, by the engines alone: what shows that they work. */
    public Verdict byEngines(Obligation obligation, Duration time) throws InterruptedException {
        return ladder(obligation, Product.apart(obligation), time);
    }

    private Verdict ladder(Obligation obligation, Product product, Duration time) throws InterruptedException {
        byte[] graph = Aiger.write(product.aig(), product.differs());
        int inputs = product.aig().inputs().size();
        List<Engine> engines = product.stateless() ? Engine.COMBINATIONAL : Engine.SEQUENTIAL;
        long end = System.nanoTime() + time.toNanos();
        int cycles = 0;
        try (var threads = Executors.newFixedThreadPool(parallel)) {
            var answers = new ExecutorCompletionService<Said>(threads);
            var asked = new ArrayList<Future<Said>>();
            try {
                for (Engine engine : engines) {
                    asked.add(answers.submit(() -> new Said(engine, abc.ask(engine, graph, inputs, remaining(end)))));
                }
                for (int i = 0; i < engines.size(); i++) {
                    Said said = result(answers.take());
                    switch (said.answer()) {
                        case Answer.Holds _ -> {
                            return new Verdict.Proved(said.engine().name());
                        }
                        case Answer.Fails run -> {
                            return refuted(obligation, product, run);
                        }
                        case Answer.Open open -> cycles = Math.max(cycles, open.cycles());
                    }
                }
            } finally {
                asked.forEach(future -> future.cancel(true));
            }
        }
        return cycles > 0
                ? new Verdict.Bounded(cycles)
                : new Verdict.Unknown("no engine decided it within " + time.toSeconds() + " s");
    }

    private static Duration remaining(long end) {
        return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
    }

    private record Said(Engine engine, Answer answer) {}

    private static Said result(Future<Said> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            throw new IllegalStateException("an engine failed", e);
        }
    }

    private static Verdict refuted(Obligation obligation, Product product, Answer.Fails run) {
        @Nullable Counterexample counterexample = Replay.run(obligation, product, run);
        return counterexample == null
                ? new Verdict.Unknown("an engine says that they differ, but its run does not show it")
                : new Verdict.Refuted(counterexample);
    }
}
