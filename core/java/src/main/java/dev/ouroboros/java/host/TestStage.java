package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import java.util.Map;

/** Runs the task's own tests, as they were compiled for the seed. */
public final class TestStage implements Stage {
    private final Workshop workshop;
    private Map<String, byte[]> compiled = Map.of();

    /** Of one part. */
    public TestStage(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String name() {
        return "tests";
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
        return workshop.task().testTypes().isEmpty() ? Outcome.passed() : InspectStage.outcome(() -> tested(candidate));
    }

    private Outcome tested(Artifact candidate) throws CandidateFailure, InterruptedException {
        var built = workshop.builder().build(candidate);
        Runner runner = workshop.checkers().take();
        boolean well = false;
        try {
            int passed = Tests.run(workshop, runner, built.classes(), tests());
            well = true;
            return new Outcome.Passed(java.util.List.of(), passed + " tests passed");
        } finally {
            workshop.checkers().giveBack(runner, well);
        }
    }

    private synchronized Map<String, byte[]> tests() throws CandidateFailure {
        if (compiled.isEmpty()) {
            compiled = workshop.builder().tests(workshop.builder().seed());
        }
        return compiled;
    }
}
