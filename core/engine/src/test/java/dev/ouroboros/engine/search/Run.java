package dev.ouroboros.engine.search;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.Operator;
import dev.ouroboros.engine.propose.Notebook;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.task.AcceptRule;
import dev.ouroboros.engine.task.Budget;
import dev.ouroboros.engine.task.Objective;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A run of a proposer without a loop: every proposal is evaluated by a function, the best one becomes the incumbent. */
final class Run {
    private final Task task;
    private final Proposer proposer;
    private final List<Operator> operators;
    private final ToDoubleFunction<Artifact> throughput;
    private final Map<String, Artifact> artifacts = new HashMap<>();
    final List<Observation> history = new ArrayList<>();
    final List<Proposal> proposals = new ArrayList<>();
    private Artifact incumbent;
    private double best = 0;

    /** @param throughput of an artifact; NaN if it fails */
    Run(Task task, Proposer proposer, List<Operator> operators, ToDoubleFunction<Artifact> throughput) {
        this.task = task;
        this.proposer = proposer;
        this.operators = operators;
        this.throughput = throughput;
        this.incumbent = task.seed();
        observe(task.seed(), null);
    }

    /** Returns a task of one part with these parameters and one file. */
    static Task task(ParameterSpace space) {
        var objective = new Objective("throughput", "GFLOP/s", Direction.MAXIMIZE, null);
        var part = new Part("kernel", "opencl", List.of("kernel.cl"), space, objective, Section.EMPTY);
        var seed = Artifact.of(Map.of())
                .with("kernel/kernel.cl", "aaaa\n")
                .with("kernel/parameters.json", ParameterFile.write(space.defaults()));
        return new Task(
                "made-up",
                "",
                Path.of("."),
                "",
                List.of(part),
                objective,
                List.of(),
                new AcceptRule(0.01, 0.999),
                new Budget(200, Duration.ofMinutes(15)),
                seed);
    }

    /** Evaluates this many more proposals, in batches; fewer if the proposer has no more. */
    Run evaluate(int count, int batch, long seed) throws InterruptedException, PatchFailure {
        for (int left = count, number = 0; left > 0; number++) {
            var random = new SplittableRandom(seed * 1_000_003 + number);
            var batchOf = proposer.propose(context(left), Math.min(batch, left), random);
            if (batchOf.isEmpty()) {
                break;
            }
            for (var proposal : batchOf) {
                var parent = artifacts.getOrDefault(proposal.parents().getFirst(), task.seed());
                proposals.add(proposal);
                observe(Patches.apply(parent, proposal.patches(), task.editScope()), proposal);
            }
            left -= batchOf.size();
        }
        return this;
    }

    ProposerContext context(int left) {
        return new ProposerContext(
                task,
                operators,
                incumbent,
                1,
                List.copyOf(history),
                List.of(),
                Map.of(),
                left,
                artifacts::containsKey,
                this::load,
                Notebook.closed());
    }

    /** Returns the artifact that measured best. */
    Artifact incumbent() {
        return incumbent;
    }

    private Artifact load(String digest) {
        return artifacts.getOrDefault(digest, task.seed());
    }

    private void observe(Artifact artifact, @Nullable Proposal by) {
        double value = throughput.applyAsDouble(artifact);
        boolean failed = Double.isNaN(value);
        double baseline = history.isEmpty() ? Math.log(value) : 0;
        var sources = artifact.text("kernel/kernel.cl");
        history.add(new Observation(
                artifact.digest(),
                by,
                task.settings(artifact),
                sources,
                List.of(),
                failed ? Double.NaN : Math.log(value) - baseline,
                failed ? Reason.BUILD : null,
                null));
        artifacts.put(artifact.digest(), artifact);
        if (value > best) {
            best = value;
            incumbent = artifact;
        }
    }
}
