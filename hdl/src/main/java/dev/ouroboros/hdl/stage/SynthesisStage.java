package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.synth.BestRecipe;
import dev.ouroboros.hdl.synth.CellCounts;
import dev.ouroboros.hdl.synth.CellOrigins;
import dev.ouroboros.hdl.synth.Origins;
import dev.ouroboros.hdl.task.Device;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.List;

/** Elaborates a candidate, synthesizes it, and counts what comes out. */
record SynthesisStage(Bench bench) implements Stage {
    @Override
    public String name() {
        return "synthesis";
    }

    @Override
    public CostClass cost() {
        return CostClass.BUILD;
    }

    @Override
    public String capability() {
        return Yosys.PROGRAM;
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            var design = bench.design(artifact);
            bench.circuit(design);
            var best = bench.best(design);
            return fits(best.counts(), bench.task().device())
                    ? new Outcome.Passed(measurements(best.counts()), said(best, design))
                    : new Outcome.Rejected(
                            Reason.BUILD, tooLarge(best.counts(), bench.task().device()));
        } catch (DesignProblem e) {
            return Bench.rejected(e).outcome();
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    private static String said(BestRecipe best, Design design) throws DesignProblem {
        String lines = CellOrigins.text(
                Origins.of(best.synthesis().json(), design.task().top(), design.sources()));
        return "Counted after " + best.label() + "." + (lines.isEmpty() ? "" : "\n" + lines);
    }

    private static boolean fits(CellCounts counts, Device device) {
        return Math.max(counts.luts(), counts.flipFlops()) <= device.logicCells()
                && counts.brams() <= device.blockRams()
                && counts.multipliers() <= device.multipliers();
    }

    private static String tooLarge(CellCounts counts, Device device) {
        return "too large for the " + device.label() + ": it has " + device.logicCells() + " logic cells, "
                + device.blockRams() + " block RAMs and " + device.multipliers() + " multipliers, the design needs "
                + counts.luts() + " LUTs, " + counts.flipFlops() + " flip-flops, " + counts.brams()
                + " block RAMs and " + counts.multipliers() + " multipliers";
    }

    private static List<Measurement> measurements(CellCounts counts) {
        return List.of(
                exact("luts", counts.luts()),
                exact("flip-flops", counts.flipFlops()),
                exact("carries", counts.carries()),
                exact("brams", counts.brams()),
                exact("multipliers", counts.multipliers()),
                exact("depth", counts.depth()));
    }

    private static Measurement exact(String metric, int value) {
        return Measurement.exact(metric, "", Direction.MINIMIZE, value);
    }
}
