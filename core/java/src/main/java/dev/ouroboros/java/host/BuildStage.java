package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;

/** Compiles what changed, and lets the guard read the class files. */
public record BuildStage(Workshop workshop) implements Stage {

    @Override
    public String name() {
        return "build";
    }

    @Override
    public CostClass cost() {
        return CostClass.BUILD;
    }

    @Override
    public String capability() {
        return "nothing";
    }

    @Override
    public Outcome run(Artifact candidate) throws InterruptedException {
        return InspectStage.outcome(() -> {
            workshop.builder().build(candidate);
            return Outcome.passed();
        });
    }
}
