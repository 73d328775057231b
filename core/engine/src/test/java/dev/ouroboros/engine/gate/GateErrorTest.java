package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often the gate accepts or rejects what it should not. */
class GateErrorTest {

    private static final int RUNS = 2000;

    static List<Named<Scatter>> scatters() {
        return List.of(
                Named.of("blocks scatter by 1 %", Scatter.normal(0.01)),
                Named.of("each side scatters by 1 %", Scatter.ofBothSides(Scatter.normal(0.01))),
                Named.of("heavy tails, scale 1 %", Scatter.heavyTailed(0.01)),
                Named.of("each side skewed by 1 %", Scatter.ofBothSides(Scatter.skewed(0.01))),
                Named.of("blocks scatter by 5 %", Scatter.normal(0.05)));
    }

    @ParameterizedTest
    @MethodSource("scatters")
    void tenThousandProposalsThatChangeNothingAreNeverAccepted(Scatter scatter) {
        var random = new Random(1);

        long accepted = Stream.generate(() -> Confirmations.run(100, 1.0, scatter, ErrorBudget.STANDARD, random))
                .limit(100)
                .mapToLong(Confirmations::accepted)
                .sum();

        assertEquals(0, accepted);
    }

    @ParameterizedTest
    @MethodSource("scatters")
    void aRunOfGainsThatJustMissTheBarAcceptsNoMoreOftenThanItsBudgetAllows(Scatter scatter) {
        double share = shareOfRunsThatAccept(
                scatter, (blocks, policy) -> Gate.decide(blocks, policy) instanceof Decision.Accept);

        assertTrue(share <= 0.05 + threeDeviations(0.05), "accepted in a share of " + share);
        assertTrue(share >= 0.01, "so far below the budget that the test shows nothing: " + share);
    }

    @Test
    void aSignTestRepeatedAfterEveryBlockWouldExceedTheBudget() {
        double share = shareOfRunsThatAccept(Scatter.normal(0.01), GateErrorTest::anySignTestIsSignificant);

        assertTrue(share > 2 * 0.05, "the check above has no power: " + share);
    }

    @ParameterizedTest
    @MethodSource("scatters")
    void aGainOnTheBarIsRejectedNoMoreOftenThanBeta(Scatter scatter) {
        GatePolicy policy = GatePolicy.of(0.01, 0.001);
        var decisions =
                Confirmations.of(RUNS, 1.01, scatter, policy, new Random(3)).decisions();

        double rejected = (double) decisions.stream()
                        .filter(Decision.Reject.class::isInstance)
                        .count()
                / RUNS;

        assertTrue(rejected <= policy.beta() + threeDeviations(policy.beta()), "rejected a share of " + rejected);
    }

    @Test
    void theBoundsHoldTheTruthAsOftenAsTheyClaim() {
        var policy = new GatePolicy(0.01, 0.05, 0.05, 24);
        var decisions = Confirmations.of(RUNS, 1.02, Scatter.normal(0.01), policy, new Random(4))
                .decisions();

        long lowTooHigh = decisions.stream().filter(d -> d.low() > 1.02).count();
        long highTooLow = decisions.stream().filter(d -> d.high() < 1.02).count();

        assertTrue(lowTooHigh <= RUNS * (0.05 + threeDeviations(0.05)), "low was wrong " + lowTooHigh + " times");
        assertTrue(highTooLow <= RUNS * (0.05 + threeDeviations(0.05)), "high was wrong " + highTooLow + " times");
    }

    /** Six confirmations a run share 5 %; true gains lie on the bar; hardly any early rejection hides an error. */
    private static double shareOfRunsThatAccept(Scatter scatter, BiPredicate<double[], GatePolicy> accepts) {
        var random = new Random(2);
        var budget = new ErrorBudget(0.05);
        long wrong = IntStream.range(0, RUNS)
                .filter(run -> IntStream.rangeClosed(1, 6).anyMatch(i -> {
                    var policy = new GatePolicy(0.01, budget.alpha(i), 1e-9, 28);
                    return accepts.test(scatter.blocks(policy.cap(), 1.01, random), policy);
                }))
                .count();
        return (double) wrong / RUNS;
    }

    private static boolean anySignTestIsSignificant(double[] blocks, GatePolicy policy) {
        int above = 0;
        for (int n = 1; n <= blocks.length; n++) {
            above += blocks[n - 1] > Math.log(1.01) ? 1 : 0;
            if (chanceOfAtLeast(above, n) <= policy.alpha()) {
                return true;
            }
        }
        return false;
    }

    /** P(Binomial(n, ½) ≥ k). */
    private static double chanceOfAtLeast(int k, int n) {
        double probability = Math.scalb(1.0, -n);
        double sum = 0;
        for (int j = n; j >= k; j--) {
            sum += probability;
            probability *= (double) j / (n - j + 1);
        }
        return sum;
    }

    /** Three standard deviations of a share of {@link #RUNS}. */
    private static double threeDeviations(double share) {
        return 3 * Math.sqrt(share * (1 - share) / RUNS);
    }
}
