package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;

/** Compares a candidate's answers at shapes that nobody outside of the parent knows, often enough for a race to show. */
public final class HeldOutStage implements Stage {
    private static final int RUNS = 20;
    private static final String WHERE = " on a held-out input";

    private final Workshop workshop;

    public HeldOutStage(Workshop workshop) {
        this.workshop = workshop;
    }

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
        return workshop.target().capability();
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            Compiled compiled = workshop.compiler().compile(Candidate.of(workshop.part(), artifact));
            try (Runner fresh = Runner.start(workshop.target(), Workshop.checkBytes(workshop.task()))) {
                var trial = new Trial(workshop, fresh, compiled);
                for (Shape shape : workshop.task().heldOut()) {
                    trial.at(shape, RUNS);
                }
            }
            return Outcome.passed();
        } catch (CandidateFailure e) {
            return discreet(e.outcome());
        }
    }

    /** Says that, not where: a message reaches the proposer. */
    private static Outcome discreet(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rejected(var reason, var message, var _) ->
                new Outcome.Rejected(reason, reason.label() + WHERE);
            case Outcome.TimedOut timedOut -> new Outcome.TimedOut("too slow" + WHERE);
            case Outcome.Faulted faulted -> new Outcome.Faulted("the check failed" + WHERE);
            case Outcome.Passed passed -> passed;
        };
    }
}
