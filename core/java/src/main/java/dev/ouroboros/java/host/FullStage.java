package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.java.task.Shape;
import java.util.List;

/** The whole build from its sources, all tests compiled anew, and answers at shapes that nobody outside of the parent knows. */
public record FullStage(Workshop workshop) implements Stage {
    private static final int RUNS = 8;
    private static final String WHERE = " on a held-out input";

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
        return "nothing";
    }

    @Override
    public Outcome run(Artifact candidate) throws InterruptedException {
        return InspectStage.outcome(() -> {
            var built = workshop.builder().rebuild(candidate);
            try (Runner fresh = Runner.start(workshop.sandbox(), workshop.task())) {
                int passed = workshop.task().testTypes().isEmpty()
                        ? 0
                        : Tests.run(
                                workshop,
                                fresh,
                                built.classes(),
                                workshop.builder().tests(built.classes()));
                Trial trial = Trial.load(workshop, fresh, built);
                heldOut(trial);
                return new Outcome.Passed(List.of(), passed + " tests passed after a full build");
            }
        });
    }

    private void heldOut(Trial trial) throws CandidateFailure, InterruptedException {
        try {
            for (Shape shape : workshop.task().heldOut()) {
                trial.at(shape, RUNS);
            }
        } catch (CandidateFailure e) {
            throw new CandidateFailure(discreet(e.outcome()));
        }
    }

    /** Says nothing from which what is held out could be learned. */
    private static Outcome discreet(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rejected(Reason reason, String _, var _) ->
                new Outcome.Rejected(reason, "wrong, or ended its process," + WHERE);
            case Outcome.TimedOut _ -> new Outcome.TimedOut("took too long" + WHERE);
            case Outcome.Passed passed -> passed;
            case Outcome.Faulted faulted -> faulted;
        };
    }
}
