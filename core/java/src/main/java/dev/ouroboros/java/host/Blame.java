package dev.ouroboros.java.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.process.WorkerFailure;

/** Turns what went wrong into what is said of the candidate. */
final class Blame {
    private static final int MESSAGE_CHARS = 4000;

    private Blame() {}

    /** A worker that died or fell silent while it did {@code what} for a candidate. */
    static CandidateFailure candidate(String what, WorkerFailure failure) {
        var blamed = new CandidateFailure(
                switch (failure.reason()) {
                    case TIMED_OUT -> new Outcome.TimedOut(what + " took too long and was ended");
                    case OUT_OF_MEMORY ->
                        new Outcome.Rejected(Reason.MEMORY, what + " needed too much memory: " + brief(failure));
                    case CRASHED ->
                        new Outcome.Rejected(Reason.INCORRECT, what + " ended its process: " + brief(failure));
                    case PROTOCOL ->
                        new Outcome.Rejected(Reason.GUARD, what + " disturbed its worker: " + brief(failure));
                });
        blamed.initCause(failure);
        return blamed;
    }

    /** Something that no candidate can be blamed for. */
    static CandidateFailure ours(String message) {
        return new CandidateFailure(new Outcome.Faulted(message));
    }

    /** Something done for the incumbent. */
    @FunctionalInterface
    interface Step<T> {
        T take() throws CandidateFailure, InterruptedException;
    }

    /** The incumbent was right before: what goes wrong with it now is no candidate's fault, at least not for certain. */
    static <T> T incumbent(Step<T> step) throws CandidateFailure, InterruptedException {
        try {
            return step.take();
        } catch (CandidateFailure e) {
            throw ours("the incumbent failed: " + e.outcome());
        }
    }

    static CandidateFailure rejected(Reason reason, String message) {
        return new CandidateFailure(new Outcome.Rejected(
                reason,
                message.length() <= MESSAGE_CHARS
                        ? message
                        : message.substring(0, MESSAGE_CHARS) + "\n[" + (message.length() - MESSAGE_CHARS)
                                + " more characters]"));
    }

    /** The first line only: what the process itself said is the candidate's to write. */
    private static String brief(WorkerFailure failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
