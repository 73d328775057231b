package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.java.build.Built;
import dev.ouroboros.java.task.Shape;

/** Compares a candidate's answers at the shown shapes and the timed one. */
public record CheckStage(Workshop workshop) implements Stage {
    private static final int RUNS = 3;

    @Override
    public String name() {
        return "check";
    }

    @Override
    public CostClass cost() {
        return CostClass.CHECK;
    }

    @Override
    public String capability() {
        return "nothing";
    }

    @Override
    public Outcome run(Artifact candidate) throws InterruptedException {
        return InspectStage.outcome(() -> check(workshop.builder().build(candidate)));
    }

    private Outcome check(Built built) throws CandidateFailure, InterruptedException {
        Runner runner = workshop.checkers().take();
        boolean well = false;
        try {
            Trial trial = Trial.load(workshop, runner, built);
            for (Shape shape : workshop.task().shown()) {
                trial.at(shape, RUNS);
            }
            trial.at(workshop.task().timed(), 1);
            runner.unload(0);
            well = true;
            return Outcome.passed();
        } finally {
            workshop.checkers().giveBack(runner, well);
        }
    }
}
