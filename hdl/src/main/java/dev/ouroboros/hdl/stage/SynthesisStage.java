package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.synth.BestRecipe;
import dev.ouroboros.hdl.synth.CellCounts;
import dev.ouroboros.hdl.synth.CellOrigins;
import dev.ouroboros.hdl.synth.Counts;
import dev.ouroboros.hdl.synth.Origins;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Yosys;
import org.jspecify.annotations.Nullable;

/** Synthesizes a candidate, and counts what comes out. */
record SynthesisStage(Bench bench) implements Stage {
    @Override
    public String name() {
        return "synthesis";
    }

    @Override
    public CostClass cost() {
        return CostClass.ESTIMATE;
    }

    @Override
    public String capability() {
        return Yosys.PROGRAM;
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            var design = bench.design(artifact);
            var best = bench.best(design);
            String complaint = complaint(best.counts());
            return complaint == null
                    ? new Outcome.Passed(best.counts().measurements(), said(best, design))
                    : new Outcome.Rejected(Reason.BUILD, complaint);
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

    /** Null if it fits; standard cells have no bounds. */
    private @Nullable String complaint(Counts counts) {
        if (!(counts instanceof CellCounts cells && bench.task().device() instanceof Ice40 ice40)) {
            return null;
        }
        int allowed = bench.task().blockRams();
        return !fits(cells, ice40)
                ? tooLarge(cells, ice40)
                : cells.brams() > allowed
                        ? "takes " + cells.brams() + " block RAMs, and the task allows " + allowed
                        : null;
    }

    private static boolean fits(CellCounts counts, Ice40 device) {
        return Math.max(counts.luts(), counts.flipFlops()) <= device.logicCells()
                && counts.brams() <= device.blockRams()
                && counts.multipliers() <= device.multipliers();
    }

    private static String tooLarge(CellCounts counts, Ice40 device) {
        return "too large for the " + device.label() + ": it has " + device.logicCells() + " logic cells, "
                + device.blockRams() + " block RAMs and " + device.multipliers() + " multipliers, the design needs "
                + counts.luts() + " LUTs, " + counts.flipFlops() + " flip-flops, " + counts.brams()
                + " block RAMs and " + counts.multipliers() + " multipliers";
    }
}
