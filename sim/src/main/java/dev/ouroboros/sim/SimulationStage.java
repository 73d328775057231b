package dev.ouroboros.sim;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.proof.Counterexample;
import dev.ouroboros.hdl.proof.RunText;
import dev.ouroboros.hdl.proof.Vcd;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.sim.Oracle.Mute;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Runs seed and candidate on the same secret inputs, fresh for each candidate, and compares them in every cycle. A screen finds
 * most of what is wrong before a proof is tried; a long run looks once more, in another tool than the proof's, at what is about
 * to be accepted. Passing it proves nothing.
 */
final class SimulationStage implements Stage {
    private final Workbench bench;
    private final DesignTask task;
    private final RandomGenerator secret;

    SimulationStage(Workbench bench) {
        this.bench = bench;
        this.task = bench.task();
        this.secret = bench.secret();
    }

    @Override
    public String name() {
        return bench.effort().stage();
    }

    @Override
    public CostClass cost() {
        return bench.effort().cost();
    }

    @Override
    public String capability() {
        return "verilator, " + Precompiled.COMPILER;
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            return simulate(bench.design(artifact));
        } catch (DesignProblem e) {
            return new Outcome.Rejected(Reason.BUILD, String.valueOf(e.getMessage()));
        } catch (CandidateFailure e) {
            return e.outcome();
        } catch (Mute e) {
            return new Outcome.Passed(List.of(), "Not simulated, because the seed cannot be: " + e.getMessage());
        }
    }

    private Outcome simulate(Design candidate) throws DesignProblem, CandidateFailure, Mute, InterruptedException {
        Effort effort = bench.effort();
        Oracle seed = bench.seed();
        if (task.latency() > 0 && candidate.equals(seed.design())) {
            return new Outcome.Passed(List.of(), "Not simulated: the seed need not be later than itself.");
        }
        Model model = bench.model(candidate);
        List<BigInteger> constants = Constants.of(seed.design(), candidate);
        int cycles = 0;
        long start = System.nanoTime();
        for (int round = 0; round < effort.rounds() && effort.goesOn(System.nanoTime() - start); round++) {
            Stimulus stimulus =
                    Drawing.stimulus(seed.layout(), task.reset(), constants, seed.manners(), effort.times(), secret);
            Counterexample wrong = task.contract() instanceof Contract.Streaming streaming
                    ? refutation(seed, model, constants, stimulus, streaming)
                    : refutation(seed, model, stimulus);
            if (wrong != null) {
                return new Outcome.Rejected(
                        Reason.INCORRECT,
                        "does not do what the seed does when simulated: " + RunText.of(wrong),
                        List.of(Vcd.attachment(wrong)));
            }
            cycles += stimulus.cycles();
        }
        return new Outcome.Passed(
                List.of(), String.format(Locale.ROOT, "Does what the seed does in %,d simulated cycles.", cycles));
    }

    private @Nullable Counterexample refutation(Oracle seed, Model model, Stimulus stimulus)
            throws CandidateFailure, Mute, InterruptedException {
        Verilator simulator = bench.simulator();
        var lanes = lanes();
        Response expected = seed.answer(simulator, stimulus, lanes);
        Response found = simulator.run(model, stimulus, List.of(Lane.drawn(secret)));
        return new Referee(seed, stimulus, expected, lanes.size(), found).refutation();
    }

    /** Ways to fill what is undefined in the seed. */
    private List<Lane> lanes() {
        return List.of(Lane.ZEROS, Lane.ONES, Lane.drawn(secret), Lane.drawn(secret));
    }

    private @Nullable Counterexample refutation(
            Oracle seed, Model model, List<BigInteger> constants, Stimulus plain, Contract.Streaming contract)
            throws DesignProblem, CandidateFailure, Mute, InterruptedException {
        Verilator simulator = bench.simulator();
        var channels = Channels.of(seed.circuit(), contract, task.reset());
        int patience = contract.patience();
        Stimulus values = Drawing.stimulus(
                seed.layout(), null, constants, null, bench.effort().times(), secret);
        var traffic = Traffic.of(seed.layout(), channels, task.reset(), patience, plain, values, secret);
        var lanes = lanes();
        Response expected = seed.answer(simulator, traffic.eager(), lanes);
        Response found = simulator.run(model, traffic.hindered(), List.of(Lane.drawn(secret)));
        Counterexample wrong =
                new StreamReferee(seed, channels, patience, traffic, expected, lanes.size(), found).refutation();
        if (wrong == null) {
            return null;
        }
        Response own = seed.answer(simulator, traffic.hindered(), List.of(Lane.drawn(secret)));
        Counterexample seedToo =
                new StreamReferee(seed, channels, patience, traffic, expected, lanes.size(), own).refutation();
        if (seedToo != null) {
            throw new Mute("where it is hindered it gives other tokens than where it is not: "
                    + RunText.of(seedToo).replace("candidate.", "hindered."));
        }
        return wrong;
    }
}
