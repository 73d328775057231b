package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.hdl.guard.SourceGuard;
import dev.ouroboros.hdl.guard.Suspicion;
import dev.ouroboros.hdl.task.DesignTask;

/** Reads the source before any tool does. */
record InspectStage(Part part, DesignTask task) implements Stage {
    @Override
    public String name() {
        return "inspect";
    }

    @Override
    public CostClass cost() {
        return CostClass.INSPECT;
    }

    @Override
    public String capability() {
        return "nothing";
    }

    @Override
    public Outcome run(Artifact artifact) {
        try {
            var sources = Candidate.of(part, task, artifact).sources();
            for (String file : part.files()) {
                SourceGuard.check(file, sources.getOrDefault(file, ""));
            }
            return Outcome.passed();
        } catch (Suspicion e) {
            return new Outcome.Rejected(Reason.GUARD, String.valueOf(e.getMessage()));
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }
}
