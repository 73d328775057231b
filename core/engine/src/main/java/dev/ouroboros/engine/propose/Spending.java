package dev.ouroboros.engine.propose;

/**
 * What was spent on models so far.
 *
 * @param calls exchanges, failed ones included
 * @param tokens in and out
 * @param seconds waited for answers
 */
public record Spending(int calls, long tokens, double dollars, double seconds) {
    /** Nothing spent. */
    public static final Spending NONE = new Spending(0, 0, 0, 0);

    /** Returns both together. */
    public Spending plus(Spending other) {
        return new Spending(
                calls + other.calls, tokens + other.tokens, dollars + other.dollars, seconds + other.seconds);
    }

    /** Returns what one exchange adds. */
    public static Spending of(Exchange.Usage usage) {
        return new Spending(1, usage.inputTokens() + usage.outputTokens(), usage.dollars(), usage.seconds());
    }

    /** Returns what somebody outside says a proposal cost. */
    public static Spending of(Proposal.Cost cost) {
        return new Spending(0, cost.tokens(), cost.dollars(), 0);
    }
}
