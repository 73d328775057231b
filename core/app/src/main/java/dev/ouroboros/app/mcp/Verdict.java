package dev.ouroboros.app.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ouroboros.app.external.CandidateView;
import dev.ouroboros.engine.loop.LoopEvent.Decided;
import dev.ouroboros.engine.propose.Untrusted;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param status {@code judged}, {@code decided} once it was confirmed or not, or {@code running} if the call's patience
 *     was over before
 * @param candidate null while it runs
 * @param promising whether it seems so much better than the best that confirming it makes sense
 * @param decision of the confirmation; null if there was none yet
 * @param next what to call now
 */
record Verdict(
        @Nullable String run,
        String status,
        @Nullable CandidateView candidate,
        boolean promising,
        @Nullable Decision decision,
        @Nullable BudgetView budget,
        String next) {
    private static final int MOST = 2000;

    /** How a confirmation ended; the gain over what was the best then lies between low and high. */
    record Decision(
            boolean accepted,
            String verdict,
            int blocks,
            @JsonProperty("gain_low") @Nullable Double low,
            @JsonProperty("gain_high") @Nullable Double high,
            String reason) {

        static Decision of(Decided decided) {
            return new Decision(
                    decided.verdict() == dev.ouroboros.engine.loop.LoopEvent.Verdict.ACCEPTED,
                    decided.verdict().name().toLowerCase(Locale.ROOT),
                    decided.blocks(),
                    known(decided.low()),
                    known(decided.high()),
                    Untrusted.capped(decided.reason(), MOST));
        }

        private static @Nullable Double known(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }

    static Verdict running(Desk desk) {
        return new Verdict(
                desk.name(),
                "running",
                null,
                false,
                null,
                desk.budget(),
                "It goes on. Call wait to wait on, then read_context for what became of it.");
    }

    static Verdict judged(Desk desk, CandidateView candidate, boolean promising) {
        return new Verdict(
                desk.name(), "judged", candidate, promising, null, desk.budget(), next(candidate, promising));
    }

    static Verdict decided(Desk desk, CandidateView candidate, Decision decision) {
        var next = decision.accepted()
                ? "It is the best now, and what the next change applies to. Go on, or call finish_run."
                : "The best stays the best. Try another change, or call finish_run.";
        return new Verdict(desk.name(), "decided", candidate, false, decision, desk.budget(), next);
    }

    private static String next(CandidateView candidate, boolean promising) {
        if (!candidate.outcome().equals("passed")) {
            return "It did not pass " + candidate.stage() + ". Read feedback, mend it, and evaluate again.";
        }
        return promising
                ? "It promises more than the best. Call submit with this candidate to have it confirmed now; finish_run"
                        + " confirms what promises most."
                : "It promises no more than the best. Try another change, with parent if it shall build on this one.";
    }
}
