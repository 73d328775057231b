package dev.ouroboros.hdl.proof;

import java.time.Duration;

/** Proves a contract of streams: what is alike in every cycle gives the same tokens, and is easier to see. */
public record StreamProof(Prover prover) {

    /** Returns what is known; each of the two ways gets half of the time, unless the first one is refuted. */
    public Verdict prove(StreamObligation obligation, Duration time) throws InterruptedException {
        var exactly = new Obligation(obligation.seed(), obligation.candidate(), obligation.reset(), 0);
        Verdict exact = prover.prove(exactly, time.dividedBy(2));
        if (exact instanceof Verdict.Proved(String engine)) {
            return new Verdict.Proved("every cycle alike: " + engine);
        }
        Duration left = exact instanceof Verdict.Refuted ? time : time.dividedBy(2);
        return switch (prover.prove(obligation, left)) {
            case Verdict.Proved(String engine) -> new Verdict.Proved("token by token: " + engine);
            case Verdict.Refuted refuted -> refuted;
            case Verdict.Bounded _ when exact instanceof Verdict.Bounded -> exact;
            // A step of both is not a cycle of the candidate, which may have stood still in most.
            case Verdict.Bounded(int steps) ->
                new Verdict.Unknown("no difference in the first " + steps + " steps of both, which is no proof");
            case Verdict.Unknown unknown -> exact instanceof Verdict.Bounded ? exact : unknown;
        };
    }
}
