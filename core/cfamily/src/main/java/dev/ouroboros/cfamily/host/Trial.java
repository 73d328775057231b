package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a loaded candidate at one shape for its answers. */
public final class Trial {
    private final Workshop workshop;
    private final Runner runner;
    private final Compiled compiled;
    private byte @Nullable [] loaded;

    public Trial(Workshop workshop, Runner runner, Compiled compiled) {
        this.workshop = workshop;
        this.runner = runner;
        this.compiled = compiled;
    }

    /**
     * Runs it several times, with fresh inputs and the two poisons in turn.
     *
     * @param runs of which every third has ill-conditioned inputs, if the reference can judge them
     */
    public void at(Shape shape, int runs) throws CandidateFailure, InterruptedException {
        Problem problem = Problem.of(workshop.task(), shape);
        load(compiled.code(problem));
        Rig rig = workshop.rig(runner, compiled, problem, Layout.of(problem, 1, 0), 0);
        Inputs inputs = Inputs.allocate(problem);
        for (int run = 0; run < runs; run++) {
            if (run % 3 == 2) {
                workshop.drawIllConditioned(inputs);
            } else {
                workshop.draw(inputs);
            }
            workshop.place(rig, List.of(inputs), run);
            rig.go(1, workshop.task().patience());
            workshop.judge().inFull(rig, 0, inputs, workshop.reference().answer(inputs));
            workshop.judge().zones(rig);
        }
    }

    private void load(byte[] code) throws CandidateFailure, InterruptedException {
        if (!Arrays.equals(code, loaded)) {
            runner.load(0, code);
            loaded = code;
        }
    }
}
