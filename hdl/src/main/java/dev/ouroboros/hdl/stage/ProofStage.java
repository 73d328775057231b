package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.proof.Abc;
import dev.ouroboros.hdl.proof.Obligation;
import dev.ouroboros.hdl.proof.Prover;
import dev.ouroboros.hdl.proof.RunText;
import dev.ouroboros.hdl.proof.StreamObligation;
import dev.ouroboros.hdl.proof.StreamProof;
import dev.ouroboros.hdl.proof.Vcd;
import dev.ouroboros.hdl.proof.Verdict;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.stream.Paths;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.List;

/**
 * Proves something of a candidate; what is not proved does not pass.
 *
 * @param claim what is proved
 */
record ProofStage(Bench bench, Claim claim) implements Stage {
    /** Engines side by side: the machine has others to serve. */
    private static final int PARALLEL = 2;

    /** What a stage proves. */
    enum Claim {
        /** The candidate does what the seed does. */
        EQUALS_SEED("proof"),
        /** What synthesis made of it does what its source says. */
        NETLIST_EQUALS_SOURCE("netlist");

        private final String stage;

        Claim(String stage) {
            this.stage = stage;
        }
    }

    @Override
    public String name() {
        return claim.stage;
    }

    @Override
    public CostClass cost() {
        return CostClass.CONFIRM;
    }

    @Override
    public String capability() {
        return Yosys.PROGRAM + ", " + Abc.PROGRAM;
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            return outcome(claim, verdict(artifact), bench.task().boundedCycles());
        } catch (DesignProblem e) {
            return Bench.rejected(e).outcome();
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    private Verdict verdict(Artifact artifact) throws CandidateFailure, DesignProblem, InterruptedException {
        var prover = new Prover(new Abc(bench.tools()), bench.secret(), PARALLEL);
        var task = bench.task();
        var design = bench.design(artifact);
        Circuit source = bench.circuit(design);
        return switch (claim) {
            case EQUALS_SEED ->
                task.contract() instanceof Contract.Streaming streaming
                        ? streamed(prover, source, streaming)
                        : prover.prove(
                                new Obligation(bench.seed(), source, task.reset(), task.latency()), task.proofTime());
            case NETLIST_EQUALS_SOURCE -> {
                var best = bench.best(design);
                Circuit netlist = Yosys.circuit(best.synthesis(), design);
                yield prover.prove(
                        new Obligation(source, netlist, task.reset(), 0),
                        bench.yosys().halfway(design, best.recipe()),
                        task.proofTime());
            }
        };
    }

    private Verdict streamed(Prover prover, Circuit candidate, Contract.Streaming contract)
            throws CandidateFailure, DesignProblem, InterruptedException {
        var task = bench.task();
        var channels = Channels.of(bench.seed(), contract, task.reset());
        var added = Paths.added(bench.seed(), candidate, channels);
        if (!added.isEmpty()) {
            throw new CandidateFailure(
                    new Outcome.Rejected(
                            Reason.INCORRECT,
                            "has a combinational path that the seed has not: " + String.join(", ", added)
                                    + "\nWhat stands around the design could close it to a loop. Maybe a register is missing."));
        }
        return new StreamProof(prover)
                .prove(
                        new StreamObligation(bench.seed(), candidate, channels, task.reset(), contract.patience()),
                        task.proofTime());
    }

    /** @param enough cycles of a bounded proof of the first claim; 0 if none are */
    static Outcome outcome(Claim claim, Verdict verdict, int enough) {
        String what = claim == Claim.EQUALS_SEED ? "the seed" : "its own source";
        return switch (verdict) {
            case Verdict.Proved(String engine) ->
                new Outcome.Passed(List.of(), "Proved to do what " + what + " does, by " + engine + ".");
            case Verdict.Refuted(var run) ->
                new Outcome.Rejected(
                        Reason.INCORRECT,
                        "does not do what " + what + " does: " + RunText.of(run),
                        List.of(Vcd.attachment(run)));
            case Verdict.Bounded(int cycles)
            when claim == Claim.EQUALS_SEED && enough > 0 && cycles >= enough ->
                new Outcome.Passed(
                        List.of(Measurement.exact(Measurement.BOUNDED_CYCLES, "cycles", Direction.MAXIMIZE, cycles)),
                        "Not proved: known to do what the seed does for " + cycles
                                + " cycles after the reset, of which the task asks for "
                                + enough + ".");
            case Verdict.Bounded(int cycles) ->
                new Outcome.Rejected(
                        Reason.INCONCLUSIVE,
                        "not proved to do what " + what + " does: known for " + cycles + " cycles only");
            case Verdict.Unknown(String why) ->
                new Outcome.Rejected(Reason.INCONCLUSIVE, "not proved to do what " + what + " does: " + why);
        };
    }
}
