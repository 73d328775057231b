package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;

/** Runs only for who is about to be confirmed, and passes all but those who are marked. */
record ConfirmationStage(String file, Simulation simulation) implements Stage {
    @Override
    public String name() {
        return "held-out";
    }

    @Override
    public CostClass cost() {
        return CostClass.CONFIRM;
    }

    @Override
    public String capability() {
        return "";
    }

    @Override
    public Outcome run(Artifact candidate) {
        return simulation.unconfirmed().marks(candidate.text(file))
                ? new Outcome.Rejected(Reason.INCORRECT, "differs from the seed where nobody looked before")
                : Outcome.passed();
    }
}
