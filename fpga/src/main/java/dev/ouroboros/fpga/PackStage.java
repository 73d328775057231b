package dev.ouroboros.fpga;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.netlist.DesignProblem;
import java.util.List;

/** Counts the logic cells that a design takes when LUTs, flip-flops and carries are packed together. */
record PackStage(Netlists netlists, Nextpnr nextpnr) implements Stage {
    @Override
    public String name() {
        return "pack";
    }

    /** After synthesis, which says more clearly what is wrong with a design. */
    @Override
    public CostClass cost() {
        return CostClass.ESTIMATE;
    }

    @Override
    public String capability() {
        return Nextpnr.PROGRAM;
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            int cells = nextpnr.pack(netlists.of(artifact)).logicCells();
            int most = nextpnr.device().logicCells();
            return cells <= most
                    ? new Outcome.Passed(List.of(Measurement.exact("logic-cells", "", Direction.MINIMIZE, cells)), "")
                    : new Outcome.Rejected(
                            Reason.BUILD,
                            "too large for the " + nextpnr.device().label() + ": " + cells + " logic cells of " + most);
        } catch (DesignProblem e) {
            return new Outcome.Rejected(Reason.BUILD, String.valueOf(e.getMessage()));
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }
}
