package dev.ouroboros.fpga;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.stage.Candidate;
import dev.ouroboros.hdl.synth.Aim;
import dev.ouroboros.hdl.synth.BestRecipe;
import dev.ouroboros.hdl.synth.Origins;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Yosys;
import org.jspecify.annotations.Nullable;

/** The netlists of a part's designs, each at its own best recipe. */
final class Netlists {
    private final Part part;
    private final DesignTask task;
    private final Yosys yosys;
    private @Nullable String seedsNetlist;

    Netlists(Part part, DesignTask task, Toolbox tools) {
        this.part = part;
        this.task = task;
        this.yosys = new Yosys(tools);
    }

    /** Returns what puts any of them between registers. */
    PinWrapper wrapper() {
        return new PinWrapper(task.top(), task.clock());
    }

    /** Returns a candidate's. */
    String of(Artifact artifact) throws CandidateFailure, DesignProblem, InterruptedException {
        var seed = Candidate.seed(part, task);
        return BestRecipe.of(yosys, Candidate.of(part, task, artifact), seed, Aim.of(part))
                .synthesis()
                .json();
    }

    /** Returns where the parts of a candidate's netlist come from. */
    Origins origins(Artifact artifact, String netlist) throws CandidateFailure, DesignProblem {
        return Origins.of(
                netlist, task.top(), Candidate.of(part, task, artifact).sources());
    }

    /** Returns the seed's. */
    synchronized String seed() throws DesignProblem, InterruptedException {
        String known = seedsNetlist;
        if (known == null) {
            var design = Candidate.seed(part, task);
            known = BestRecipe.of(yosys, design, design, Aim.of(part))
                    .synthesis()
                    .json();
            seedsNetlist = known;
        }
        return known;
    }
}
