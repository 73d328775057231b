package dev.ouroboros.kernels.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.kernels.data.Inputs;
import dev.ouroboros.kernels.data.Poison;
import dev.ouroboros.kernels.task.Problem;
import dev.ouroboros.kernels.task.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a loaded candidate at one shape for its answers. */
final class Trial {
    private final Workshop workshop;
    private final Runner runner;
    private final Compiled compiled;
    private @Nullable GridClass loaded;

    Trial(Workshop workshop, Runner runner, Compiled compiled) {
        this.workshop = workshop;
        this.runner = runner;
        this.compiled = compiled;
    }

    /**
     * Runs it several times, with fresh inputs and the two poisons in turn.
     *
     * @param runs of which every third has ill-conditioned inputs, if the reference can judge them
     */
    void at(Shape shape, int runs) throws CandidateFailure, InterruptedException {
        Problem problem = Problem.of(workshop.task(), shape);
        load(GridClass.of(workshop.device(), compiled.grid(problem)));
        Rig rig = Rig.prepare(runner, workshop.device(), compiled, problem, Layout.of(problem, 1, 0), 0);
        Inputs inputs = Inputs.allocate(problem);
        for (int run = 0; run < runs; run++) {
            if (run % 3 == 2 && workshop.reference().knowsTerms()) {
                inputs.drawIllConditioned(workshop.secret());
            } else {
                inputs.draw(workshop.secret());
            }
            rig.place(List.of(inputs), Poison.ofRun(run), workshop.secret());
            rig.go(1, workshop.task().patience());
            workshop.judge().inFull(rig, 0, inputs, workshop.reference().answer(inputs));
            workshop.judge().zones(rig);
        }
    }

    private void load(GridClass grid) throws CandidateFailure, InterruptedException {
        if (grid != loaded) {
            runner.load(0, compiled.binary(grid));
            loaded = grid;
        }
    }
}
