package dev.ouroboros.engine.gate;

/**
 * Shares the false-accept probability of a whole run among its confirmations, however many there will be.
 *
 * <p>The shares sum to {@code total}, because the sum of 1/i² over all i is π²/6; by the union bound a run accepts
 * anything it should not with at most that probability.
 *
 * @param total false-accept probability of the run, in (0, 1)
 */
public record ErrorBudget(double total) {

    /** One run in a thousand may accept something that is not better. */
    public static final ErrorBudget STANDARD = new ErrorBudget(0.001);

    public ErrorBudget {
        if (!(total > 0 && total < 1)) {
            throw new IllegalArgumentException("expected an error budget between 0 and 1, but found " + total);
        }
    }

    /**
     * The false-accept probability that one confirmation may have: total · 6 / (π² i²).
     *
     * @param confirmation 1 for the first of the run
     */
    public double alpha(int confirmation) {
        if (confirmation < 1) {
            throw new IllegalArgumentException("confirmations are counted from 1, but found " + confirmation);
        }
        double i = confirmation;
        return total * 6 / (Math.PI * Math.PI * i * i);
    }
}
