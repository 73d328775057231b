package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.guard.Dialect;
import dev.ouroboros.cfamily.guard.SourceGuard;
import dev.ouroboros.cfamily.guard.Suspicion;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import java.util.Map;

/** Reads the source before any tool does. */
public final class InspectStage implements Stage {
    private final Part part;
    private final Dialect dialect;

    public InspectStage(Part part, Dialect dialect) {
        this.part = part;
        this.dialect = dialect;
    }

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
            for (Map.Entry<String, String> source :
                    Candidate.of(part, artifact).sources().entrySet()) {
                SourceGuard.check(dialect, source.getKey(), source.getValue());
            }
            return Outcome.passed();
        } catch (Suspicion e) {
            return new Outcome.Rejected(Reason.GUARD, String.valueOf(e.getMessage()));
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }
}
