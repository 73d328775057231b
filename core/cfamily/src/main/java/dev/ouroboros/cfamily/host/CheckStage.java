package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import java.util.List;

/** Compiles a candidate and compares its answers at the shown shapes and the timed one. */
public final class CheckStage implements Stage {
    private static final int RUNS = 3;

    private final Workshop workshop;

    public CheckStage(Workshop workshop) {
        this.workshop = workshop;
    }

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
        return workshop.target().capability();
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            Compiled compiled = workshop.compiler().compile(Candidate.of(workshop.part(), artifact));
            check(compiled);
            return new Outcome.Passed(List.of(), Blame.shorten(compiled.log()));
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    private void check(Compiled compiled) throws CandidateFailure, InterruptedException {
        Runner runner = workshop.checkers().take();
        boolean above = false;
        try {
            var trial = new Trial(workshop, runner, compiled);
            for (Shape shape : workshop.task().shown()) {
                trial.at(shape, RUNS);
            }
            trial.at(workshop.task().timed(), 1);
            runner.unload(0);
            above = true;
        } finally {
            workshop.checkers().giveBack(runner, above && runner.reusable());
        }
    }
}
