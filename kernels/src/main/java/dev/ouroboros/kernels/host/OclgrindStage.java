package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Compiled;
import dev.ouroboros.cfamily.host.Runner;
import dev.ouroboros.cfamily.host.Trial;
import dev.ouroboros.cfamily.host.Workshop;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.process.WorkerFailure;
import java.util.stream.Collectors;

/** Follows every access of one small launch: out of bounds and races count, even where the answers are right. */
final class OclgrindStage implements Stage {
    private static final int LINES = 20;

    private final Workshop simulated;

    /** @param simulated the part's workshop on oclgrind's device */
    OclgrindStage(Workshop simulated) {
        this.simulated = simulated;
    }

    @Override
    public String name() {
        return "oclgrind";
    }

    @Override
    public CostClass cost() {
        return CostClass.CONFIRM;
    }

    @Override
    public String capability() {
        return "oclgrind";
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            return follow(artifact);
        } catch (CandidateFailure e) {
            return crashed(e) ? again(artifact) : e.outcome();
        }
    }

    /** oclgrind 21.10 now and then aborts by itself; a kernel that ends its process does so again. */
    private Outcome again(Artifact artifact) throws InterruptedException {
        try {
            return follow(artifact);
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    private static boolean crashed(CandidateFailure failure) {
        return failure.getCause() instanceof WorkerFailure worker && worker.reason() == WorkerFailure.Reason.CRASHED;
    }

    private Outcome follow(Artifact artifact) throws CandidateFailure, InterruptedException {
        Compiled compiled = simulated.compiler().compile(Candidate.of(simulated.part(), artifact));
        try (Runner fresh = Runner.start(simulated.target(), Workshop.checkBytes(simulated.task()))) {
            new Trial(simulated, fresh, compiled).at(traced(), 1);
            String report = fresh.report();
            return report.isBlank() ? Outcome.passed() : new Outcome.Rejected(Reason.INCORRECT, brief(report));
        }
    }

    private Shape traced() {
        return simulated.task().traced().getFirst();
    }

    private String brief(String report) {
        return "oclgrind at " + traced() + ":\n"
                + report.lines().filter(line -> !line.isBlank()).limit(LINES).collect(Collectors.joining("\n"));
    }
}
