package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import java.util.Set;
import java.util.TreeSet;

/** Only the task's own files may be there: no settings of a build, no services, no tests. */
public record InspectStage(Part part) implements Stage {

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
    public Outcome run(Artifact candidate) {
        Set<String> strangers = new TreeSet<>();
        for (String path : candidate.files().keySet()) {
            if (path.startsWith(part.name() + "/")) {
                strangers.add(path);
            }
        }
        part.files().forEach(file -> strangers.remove(part.name() + "/" + file));
        strangers.remove(Artifact.parametersPath(part.name()));
        return strangers.isEmpty()
                ? Outcome.passed()
                : new Outcome.Rejected(Reason.GUARD, "brings files that are none of the task's: " + strangers);
    }

    /** Runs a step of a stage. */
    @FunctionalInterface
    interface Step {
        Outcome take() throws CandidateFailure, InterruptedException;
    }

    static Outcome outcome(Step step) throws InterruptedException {
        try {
            return step.take();
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }
}
