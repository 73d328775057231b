package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /** Bits of how many tokens a seed may be ahead of a candidate in its outputs. */
    private static final List<Integer> AHEAD = List.of(2, 4, 6, 10);

    /**
     * Returns what is known after at most {@code time} of each of the parallel processors, so that a loaded machine changes
     * nothing; the clock is a bound only where engines get next to nothing of the machine.
     *
     * @param obligation both designs must have the same ports
     */
    public Verdict prove(Obligation obligation, Duration time) throws InterruptedException {
        return prove(obligation, Product.of(obligation, random), time);
    }

    /**
     * The same for a contract of streams. What a candidate may hold more than the seed is not known beforehand, so graphs are tried
     * that follow more and more.
     */
    public Verdict prove(StreamObligation obligation, Duration time) throws InterruptedException {
        for (int ahead : AHEAD) {
            StreamProduct product = new StreamProductBuilder(obligation, ahead).build();
            var replay = new StreamReplay(obligation, product);
            Verdict verdict = prove(product, replay::run, time);
            if (!replay.wentTooFar()) {
                return verdict;
            }
        }
        return new Verdict.Unknown("the candidate takes or holds more tokens than a proof follows");
    }

    private Verdict prove(Obligation obligation, List<Product> products, Duration time) throws InterruptedException {
        Verdict verdict = new Verdict.Unknown("nothing was tried");
        for (Product product : products) {
            Showing showing = run -> Replay.run(obligation, product, run);
            verdict = prove(product, showing, time.dividedBy(products.size()));
            if (verdict instanceof Verdict.Proved || verdict instanceof Verdict.Refuted) {
                return verdict;
            }
        }
        return verdict;
    }

    /** Runs both designs and returns what shows that they differ; null if they do not. */
    private interface Showing {
        @Nullable
        Counterexample of(Answer.Fails run);
    }

    private Verdict prove(Graph product, Showing showing, Duration time) throws InterruptedException {
        if (product.differs() == Aig.FALSE) {
            return new Verdict.Proved("both are one graph");
        }
        if (new Shots(product.aig(), product.differs(), random).fire() instanceof Answer.Fails run) {
            return refuted(showing, run);
        }
        return switch (Exhaustive.never(product.aig(), product.differs(), WORK)) {
            case Answer.Holds _ -> new Verdict.Proved("all cases");
            case Answer.Fails run when product.stateless() -> refuted(showing, run);
            // A state that never comes shows nothing.
            case Answer.Fails _, Answer.Open _ -> ladder(product, showing, time);
        };
    }

    /**
     * As {@link #prove}, but first by way of a design that stands between the two: one that both are like. Equality goes from
     * one to the next only if the one between leaves nothing undefined; else, and when it does not help, both are compared
     * at once.
     */
    public Verdict prove(Obligation obligation, Circuit between, Duration time) throws InterruptedException {
        var second = new Obligation(between, obligation.candidate(), obligation.reset(), 0);
        List<Product> products = Product.of(second, random);
        if (products.getFirst().doubtful() || obligation.latency() > 0) {
            return prove(obligation, time);
        }
        Duration third = time.dividedBy(3);
        var first = new Obligation(obligation.seed(), between, obligation.reset(), 0);
        if (!(prove(first, third) instanceof Verdict.Proved(String one))) {
            return prove(obligation, third.multipliedBy(2));
        }
        return prove(second, products, third) instanceof Verdict.Proved(String two)
                ? new Verdict.Proved(one.equals(two) ? one : one + "; " + two)
                : prove(obligation, third);
    }

    /** As {@link #prove}, by the engines alone: what shows that they work. */
    public Verdict byEngines(Obligation obligation, Duration time) throws InterruptedException {
        Product product = Product.apart(obligation);
        return ladder(product, run -> Replay.run(obligation, product, run), time);
    }

    private Verdict ladder(Graph product, Showing showing, Duration time) throws InterruptedException {
        byte[] graph = Aiger.write(product.aig(), product.differs());
        int inputs = product.aig().inputs().size();
        List<Engine> engines = product.stateless() ? Engine.COMBINATIONAL : Engine.sequential(product.latency());
        var allowance = new Allowance(time.multipliedBy(parallel));
        Duration turn = time.dividedBy(2);
        int cycles = 0;
        try (var threads = Executors.newFixedThreadPool(parallel)) {
            var answers = new ExecutorCompletionService<Said>(threads);
            var asked = new ArrayList<Future<Said>>();
            try {
                for (Engine engine : engines) {
                    asked.add(answers.submit(() -> new Said(
                            engine.name(), allowance.spend(turn, share -> abc.ask(engine, graph, inputs, share)))));
                    if (asked.size() == 1 && !product.stateless()) {
                        asked.add(answers.submit(() -> allowance.spend(turn, share -> withoutIdle(product, share))));
                    }
                }
                for (int i = 0; i < asked.size(); i++) {
                    Said said = result(answers.take());
                    switch (said.answer()) {
                        case Answer.Holds _ -> {
                            return new Verdict.Proved(said.by());
                        }
                        case Answer.Fails run -> {
                            return refuted(showing, run);
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
                : new Verdict.Unknown("no engine decided it within " + time.toSeconds() + " s of processor time");
    }

    /**
     * First proves of latches that they are 0 for ever, such as the high bits of a counter that stops early: it depends on
     * few others, and without them the designs are often alike at once.
     */
    private Said withoutIdle(Graph product, Duration time) throws InterruptedException {
        var engine = Engine.SEQUENTIAL.getFirst();
        var shots = new Shots(product.aig(), product.differs(), random);
        int inputs = product.aig().inputs().size();
        Duration looking = time.dividedBy(8);
        Set<Integer> idle = shots.idle(looking.toNanos());
        var allowance = new Allowance(time.minus(looking));
        while (!idle.isEmpty()) {
            var lemma = Reduced.without(product.aig(), Set.of(), anyOf(product.aig(), idle));
            byte[] graph = Aiger.write(lemma.aig(), lemma.output());
            Duration half = allowance.left().dividedBy(2);
            switch (allowance.spend(half, share -> abc.ask(engine, graph, inputs, share))) {
                case Answer.Holds _ -> {
                    var rest = Reduced.without(product.aig(), idle, product.differs());
                    String by = "latches that stay 0; " + engine.name();
                    byte[] reduced = Aiger.write(rest.aig(), rest.output());
                    return rest.output() == Aig.FALSE
                            ? new Said(by, new Answer.Holds())
                            : new Said(by, abc.ask(engine, reduced, inputs, allowance.left()));
                }
                case Answer.Fails run -> {
                    if (!idle.removeAll(shots.busy(run))) {
                        return new Said(engine.name(), new Answer.Open(0));
                    }
                }
                case Answer.Open open -> {
                    return new Said(engine.name(), open);
                }
            }
        }
        return new Said(engine.name(), new Answer.Open(0));
    }

    private static int anyOf(Aig aig, Set<Integer> literals) {
        int any = Aig.FALSE;
        for (int literal : literals) {
            any = aig.or(any, literal);
        }
        return any;
    }

    private record Said(String by, Answer answer) {}

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

    private static Verdict refuted(Showing showing, Answer.Fails run) {
        @Nullable Counterexample counterexample = showing.of(run);
        return counterexample == null
                ? new Verdict.Unknown("an engine says that they differ, but its run does not show it")
                : new Verdict.Refuted(counterexample);
    }
}
