package dev.ouroboros.benchmarks.rtlopt;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Interface;
import dev.ouroboros.hdl.proof.Abc;
import dev.ouroboros.hdl.proof.Obligation;
import dev.ouroboros.hdl.proof.Prover;
import dev.ouroboros.hdl.proof.RunText;
import dev.ouroboros.hdl.proof.Verdict;
import dev.ouroboros.hdl.synth.BestRecipe;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Judges a published pair: are both designs alike, and how large are they? */
public record Pairs(Toolbox tools) {
    private static final int PARALLEL = 2;

    /** What is known of a pair; areas are null where there was no synthesis. */
    public record Judged(
            String verdict,
            @Nullable String counterexample,
            @Nullable Double seed,
            @Nullable Double reference) {}

    /** Compares two designs that differ in the name of their module too. */
    public Judged judge(DesignTask task, String source, String reference) throws InterruptedException {
        var one = design(task, task.top(), source);
        var other = design(task, task.top() + "_ref", reference);
        var judged = compared(one, other);
        return new Judged(judged.verdict(), judged.counterexample(), area(one), area(other));
    }

    private Judged compared(Design one, Design other) throws InterruptedException {
        var yosys = new Yosys(tools);
        var task = one.task();
        try {
            Circuit seed = yosys.elaborate(one);
            Circuit candidate = yosys.elaborate(other);
            Interface.check(seed, candidate);
            var prover = new Prover(new Abc(tools), RandomGenerator.getDefault(), PARALLEL);
            var obligation = new Obligation(seed, candidate, task.reset(), 0);
            return switch (prover.prove(obligation, task.proofTime())) {
                case Verdict.Proved(String engine) -> judged("PROVED by " + engine, null);
                case Verdict.Refuted(var run) -> judged("REFUTED", RunText.of(run));
                case Verdict.Bounded(int cycles) -> judged("UNKNOWN: alike for " + cycles + " cycles", null);
                case Verdict.Unknown(String why) -> judged("UNKNOWN: " + why, null);
            };
        } catch (DesignProblem e) {
            return judged("NOT ELABORATED: " + e.getMessage(), null);
        }
    }

    private static Judged judged(String verdict, @Nullable String counterexample) {
        return new Judged(verdict, counterexample, null, null);
    }

    /** Null if the design cannot be synthesized, or not in time. */
    private @Nullable Double area(Design design) throws InterruptedException {
        try {
            return BestRecipe.of(new Yosys(tools), design).counts().size();
        } catch (DesignProblem e) {
            return null;
        }
    }

    private static Design design(DesignTask task, String top, String source) {
        var own = new DesignTask(
                top,
                task.clock(),
                task.reset(),
                task.contract(),
                task.assumptions(),
                task.libraries(),
                task.topParameters(),
                task.device(),
                task.recipes(),
                task.proofTime(),
                task.boundedCycles(),
                task.blockRams());
        return new Design(own, Map.of(top + ".sv", source), Map.of());
    }
}
