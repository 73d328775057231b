package dev.ouroboros.nativec.host;

import dev.ouroboros.cfamily.host.Blame;
import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.nativec.build.Sanitizer;
import dev.ouroboros.nativec.task.NativeTask;
import java.util.random.RandomGenerator;

/** Stray accesses and undefined operations count, even where the answers are right. */
final class SanitizeStage implements Stage {
    private final Part part;
    private final NativeTask task;
    private final Sanitizer sanitizer;
    private final RandomGenerator secret;

    SanitizeStage(Part part, NativeTask task, Sanitizer sanitizer, RandomGenerator secret) {
        this.part = part;
        this.task = task;
        this.sanitizer = sanitizer;
        this.secret = secret;
    }

    @Override
    public String name() {
        return "sanitize";
    }

    @Override
    public CostClass cost() {
        return CostClass.CHECK;
    }

    @Override
    public String capability() {
        return "gcc with its sanitizers";
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            var candidate = Candidate.of(part, artifact);
            String complaint = sanitizer.complaint(candidate, task.contract().traced(), secret);
            return complaint == null
                    ? Outcome.passed()
                    : new Outcome.Rejected(Reason.INCORRECT, Blame.shorten(complaint));
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }
}
