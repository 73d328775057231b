package dev.ouroboros.sim;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.stage.Candidate;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Yosys;
import dev.ouroboros.sim.Oracle.Mute;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What stages of one part and effort share: the simulator, the seed, and candidates as they were compiled last. */
final class Workbench {
    /** Stages ask for the same candidate one after the other: a run has no more in flight than this. */
    private static final int REMEMBERED = 8;

    private final Effort effort;
    private final Part part;
    private final DesignTask task;
    private final Toolbox tools;
    private final Path cache;
    private final RandomGenerator secret;
    private final Map<Design, Model> models = new LinkedHashMap<>();
    private @Nullable Verilator verilator;
    private @Nullable Oracle oracle;

    /**
     * @param cache where what all designs share is kept
     */
    Workbench(Effort effort, Part part, DesignTask task, Toolbox tools, Path cache, RandomGenerator secret) {
        this.effort = effort;
        this.part = part;
        this.task = task;
        this.tools = tools;
        this.cache = cache;
        this.secret = secret;
    }

    Effort effort() {
        return effort;
    }

    DesignTask task() {
        return task;
    }

    RandomGenerator secret() {
        return secret;
    }

    Design design(Artifact artifact) throws CandidateFailure {
        return Candidate.of(part, task, artifact);
    }

    synchronized Verilator simulator() throws InterruptedException {
        Verilator known = verilator;
        if (known == null) {
            known = new Verilator(tools, Precompiled.of(tools, cache, effort.optimization()));
            verilator = known;
        }
        return known;
    }

    /** Returns the seed. */
    synchronized Oracle seed() throws DesignProblem, CandidateFailure, Mute, InterruptedException {
        Oracle known = oracle;
        if (known == null) {
            known = Oracle.of(simulator(), new Yosys(tools), Candidate.seed(part, task), secret);
            oracle = known;
        }
        return known;
    }

    /** Compiles a candidate, or remembers it. */
    Model model(Design candidate) throws DesignProblem, CandidateFailure, Mute, InterruptedException {
        Model known = known(candidate);
        if (known == null) {
            known = simulator().build(candidate, Wrapper.secretly(task, seed().layout(), secret));
            remember(candidate, known);
        }
        return known;
    }

    private @Nullable Model known(Design candidate) {
        synchronized (models) {
            return models.get(candidate);
        }
    }

    private void remember(Design candidate, Model model) {
        synchronized (models) {
            models.put(candidate, model);
            if (models.size() > REMEMBERED) {
                models.remove(models.keySet().iterator().next());
            }
        }
    }
}
