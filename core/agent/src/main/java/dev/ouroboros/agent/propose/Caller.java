package dev.ouroboros.agent.propose;

import dev.ouroboros.agent.budget.Meter;
import dev.ouroboros.agent.model.Answer;
import dev.ouroboros.agent.model.ModelFailure;
import dev.ouroboros.agent.model.ModelFailure.Kind;
import dev.ouroboros.agent.model.Question;
import dev.ouroboros.agent.prompt.Tokens;
import dev.ouroboros.engine.propose.Exchange;
import dev.ouroboros.engine.propose.Exchange.Usage;
import dev.ouroboros.engine.propose.Notebook;
import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Spending;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a model until it answers, a cap is reached, or it is no use; takes down and counts every try. */
final class Caller {
    private static final int TRIES = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Meter meter;
    private final Notebook notebook;
    private final Pause pause;
    private long tokens;
    private double dollars;

    Caller(Meter meter, Notebook notebook, Pause pause) {
        this.meter = meter;
        this.notebook = notebook;
        this.pause = pause;
    }

    /** Returns the tokens spent since it was asked last. */
    Proposal.Cost takeCost() {
        var cost = new Proposal.Cost(tokens, dollars);
        tokens = 0;
        dollars = 0;
        return cost;
    }

    /**
     * Returns the answer, or null if none came; then the contender rests or leaves, and a note says why.
     *
     * @param purpose for the archive
     */
    @Nullable
    String ask(Contender contender, Knobs knobs, String purpose, Question question) throws InterruptedException {
        var wait = FIRST_WAIT;
        for (int attempt = 1; meter.reached() == null; attempt++) {
            long began = System.nanoTime();
            try {
                var answer = contender.model().ask(question);
                record(knobs, purpose, question, answer.text(), usage(knobs, question, answer, began), null);
                return answer.text();
            } catch (ModelFailure failure) {
                var next = failure.retryAfter() == null ? wait : failure.retryAfter();
                boolean again = attempt < TRIES
                        && failure.kind() != Kind.REFUSED
                        && next.compareTo(LONGEST_WAIT) <= 0
                        && next.toMillis() / 1e3 < meter.secondsLeft();
                var usage = usage(knobs, question, failure, began, again ? next : Duration.ZERO);
                record(knobs, purpose, question, "", usage, failure.getMessage());
                if (!again) {
                    giveUp(contender, knobs, failure, attempt, next);
                    return null;
                }
                pause.pause(next);
                wait = wait.multipliedBy(2);
            }
        }
        return null;
    }

    private void giveUp(Contender contender, Knobs knobs, ModelFailure failure, int attempts, Duration next) {
        if (failure.kind() == Kind.REFUSED) {
            contender.leave();
            notebook.note("model " + knobs.spec().name() + " is not asked any more: " + failure.getMessage());
        } else {
            contender.rest();
            var asked = next.compareTo(LONGEST_WAIT) > 0 ? " (it asks to wait " + next.toSeconds() + " s)" : "";
            notebook.note("model " + knobs.spec().name() + " rests for a while: " + failure.getMessage() + " in "
                    + attempts + (attempts == 1 ? " try" : " tries") + asked);
        }
    }

    private void record(
            Knobs knobs, String purpose, Question question, String answer, Usage usage, @Nullable String failure) {
        meter.add(Spending.of(usage));
        tokens += usage.inputTokens() + usage.outputTokens();
        dollars += usage.dollars();
        var settings = Map.of(
                "model", knobs.spec().model(),
                "temperature", String.valueOf(question.temperature()),
                "effort", question.effort());
        notebook.exchange(new Exchange(knobs.proposer(), purpose, settings, question.text(), answer, usage, failure));
    }

    private static Usage usage(Knobs knobs, Question question, Answer answer, long began) {
        if (answer.usage() != null) {
            return answer.usage();
        }
        boolean estimated = answer.inputTokens() == null || answer.outputTokens() == null;
        long input = answer.inputTokens() == null ? Tokens.of(question.text()) : answer.inputTokens();
        long output = answer.outputTokens() == null ? Tokens.of(answer.text()) : answer.outputTokens();
        return new Usage(input, output, estimated, knobs.spec().price().of(input, output), seconds(began));
    }

    /** A server that is busy or refuses has read nothing; in all other cases it may have, and charges for it. */
    private static Usage usage(Knobs knobs, Question question, ModelFailure failure, long began, Duration wait) {
        boolean free = failure.kind() == Kind.BUSY || failure.kind() == Kind.REFUSED;
        long input = free ? 0 : Tokens.of(question.text());
        long output = Tokens.of(failure.received());
        double seconds = seconds(began) + wait.toMillis() / 1e3;
        return new Usage(input, output, true, knobs.spec().price().of(input, output), seconds);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
