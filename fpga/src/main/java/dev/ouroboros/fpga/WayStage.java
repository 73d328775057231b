package dev.ouroboros.fpga;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.netlist.DesignProblem;
import java.util.List;

/**
 * Places a design once, between registers, and says what limits its clock: the way to shorten where the frequency is the
 * objective. What cannot be placed so has no frequency that counts.
 *
 * @param seed of all these placements
 */
record WayStage(Netlists netlists, Nextpnr nextpnr, int seed) implements Stage {
    @Override
    public String name() {
        return "way";
    }

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
            String netlist = netlists.of(artifact);
            Report placed = nextpnr.place(netlists.wrapper().around(netlist), seed);
            return placed.megahertz() > 0
                    ? new Outcome.Passed(List.of(), placed.criticalPath().text(netlists.origins(artifact, netlist)))
                    : new Outcome.Rejected(
                            Reason.BUILD, "no way leads from register to register, so it has no frequency");
        } catch (DesignProblem e) {
            return new Outcome.Rejected(
                    Reason.BUILD,
                    "the frequency cannot be measured with registers around the design: " + e.getMessage());
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }
}
