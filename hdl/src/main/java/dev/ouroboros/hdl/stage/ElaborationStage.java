package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.tool.Yosys;

/** Elaborates a candidate: what is no design with the seed's ports ends here, in a fraction of what synthesis takes. */
record ElaborationStage(Bench bench) implements Stage {
    @Override
    public String name() {
        return "elaboration";
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
            bench.circuit(bench.design(artifact));
            return Outcome.passed();
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }
}
