package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.LayerOptions;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Interface;
import dev.ouroboros.hdl.proof.Abc;
import dev.ouroboros.hdl.proof.Obligation;
import dev.ouroboros.hdl.proof.Prover;
import dev.ouroboros.hdl.proof.Verdict;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.synth.Aim;
import dev.ouroboros.hdl.synth.BestRecipe;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.Surroundings;
import dev.ouroboros.hdl.tool.Toolbox;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the stages of one part share: the task, the tools, the seed, and candidates as they are elaborated. */
final class Bench {
    /** Stages ask for the same candidate one after the other: a run has no more in flight than this. */
    private static final int REMEMBERED = 8;

    private final Part part;
    private final DesignTask task;
    private final Toolbox tools;
    private final RandomGenerator secret;
    private final Map<Design, Circuit> circuits = new LinkedHashMap<>();
    private @Nullable Circuit seed;

    private Bench(Part part, DesignTask task, Toolbox tools, RandomGenerator secret) {
        this.part = part;
        this.task = task;
        this.tools = tools;
        this.secret = secret;
    }

    static Bench open(Part part, LayerOptions options) throws TaskException {
        return new Bench(
                part, DesignTaskReader.read(part), new Toolbox(options.sandbox(), options.tools()), options.secret());
    }

    Part part() {
        return part;
    }

    DesignTask task() {
        return task;
    }

    Toolbox tools() {
        return tools;
    }

    Yosys yosys() {
        return new Yosys(tools);
    }

    RandomGenerator secret() {
        return secret;
    }

    Design design(Artifact artifact) throws CandidateFailure {
        return Candidate.of(part, task, artifact);
    }

    /**
     * Elaborates a candidate, or remembers it, and checks that its ports are the seed's.
     *
     * @throws CandidateFailure if it is no usable design
     */
    Circuit circuit(Design design) throws CandidateFailure, InterruptedException {
        try {
            Circuit known = known(design);
            Circuit circuit = known == null ? yosys().elaborate(design) : known;
            Interface.check(seed(), circuit);
            remember(design, circuit);
            return circuit;
        } catch (DesignProblem e) {
            throw rejected(e);
        }
    }

    private @Nullable Circuit known(Design design) {
        synchronized (circuits) {
            return circuits.get(design);
        }
    }

    private void remember(Design design, Circuit circuit) {
        synchronized (circuits) {
            circuits.put(design, circuit);
            if (circuits.size() > REMEMBERED) {
                circuits.remove(circuits.keySet().iterator().next());
            }
        }
    }

    /** Synthesizes a design by the recipe that suits it best. */
    BestRecipe best(Design design) throws DesignProblem, InterruptedException {
        return BestRecipe.of(yosys(), design, Candidate.seed(part, task), Aim.of(part));
    }

    /** Returns the seed. */
    synchronized Circuit seed() throws DesignProblem, InterruptedException {
        Circuit known = seed;
        if (known == null) {
            Design design = Candidate.seed(part, task);
            known = yosys().reference(design);
            ResetPort.check(known, task);
            if (!task.assumptions().isEmpty()) {
                checkThatSomethingIsLeft(design, known);
            }
            if (task.contract() instanceof Contract.Streaming streaming) {
                Channels.of(known, streaming, task.reset());
            }
            seed = known;
        }
        return known;
    }

    /** Assumptions that nobody can keep to leave nothing to be compared, and then anything would be right. */
    private void checkThatSomethingIsLeft(Design design, Circuit reference) throws DesignProblem, InterruptedException {
        var yosys = yosys();
        Circuit inverted = yosys.elaborate(new Surroundings(design, yosys.elaborate(design)).inverted());
        var prover = new Prover(new Abc(tools), secret, 2);
        var obligation = new Obligation(reference, inverted, task.reset(), 0);
        if (!(prover.prove(obligation, task.proofTime()) instanceof Verdict.Refuted)) {
            throw new DesignProblem(
                    "the task's assumptions leave nothing to be compared: with all its outputs inverted the"
                            + " design would be as right\nMaybe one of them can never be kept.");
        }
    }

    static CandidateFailure rejected(DesignProblem problem) {
        return new CandidateFailure(new Outcome.Rejected(Reason.BUILD, String.valueOf(problem.getMessage())));
    }
}
