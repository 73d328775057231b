package dev.ouroboros.engine.gate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final GatePolicy FIRST = GatePolicy.of(0.01, ErrorBudget.STANDARD.alpha(1));

    @Test
    void undecidedAsLongAsThereAreNoBlocks() {
        var decision = assertInstanceOf(Decision.Inconclusive.class, Gate.decide(new double[0], FIRST));

        assertEquals(0, decision.blocks());
        assertEquals(0, decision.low());
        assertEquals(Double.POSITIVE_INFINITY, decision.high());
        assertFalse(decision.exhausted());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 20, 100, 1000})
    void aLargeGainTakesExactlyTheBlocksThatTheErrorBudgetDemands(int confirmation) {
        GatePolicy policy = GatePolicy.of(0.01, ErrorBudget.STANDARD.alpha(confirmation));
        for (double gain : new double[] {1.3, 2, 100}) {
            for (Decision decision : Confirmations.of(200, gain, Scatter.normal(0.01), policy, new Random(1))
                    .decisions()) {
                assertInstanceOf(Decision.Accept.class, decision);
                assertEquals(GatePolicy.blocksDemanded(policy.alpha()), decision.blocks());
            }
        }
    }

    @Test
    void blocksThatAllLieAboveTheBarAreAcceptedHoweverLittle() {
        double[] barelyAbove = constant(15, Math.log(1.01) + 1e-9);

        assertInstanceOf(Decision.Accept.class, Gate.decide(barelyAbove, FIRST));
    }

    @Test
    void blocksExactlyOnTheBarProveNothing() {
        GatePolicy anyGain = GatePolicy.of(0, 0.001);

        var decision = assertInstanceOf(Decision.Inconclusive.class, Gate.decide(new double[26], anyGain));

        assertTrue(decision.exhausted());
    }

    @Test
    void exhaustedOnlyAtTheCap() {
        double[] undecided = alternating(FIRST.cap());

        assertFalse(inconclusive(Arrays.copyOf(undecided, FIRST.cap() - 1)).exhausted());
        assertTrue(inconclusive(undecided).exhausted());
    }

    @Test
    void blocksAfterTheCapAreIgnored() {
        double[] winsTooLate = Arrays.copyOf(alternating(FIRST.cap()), FIRST.cap() + 100);
        Arrays.fill(winsTooLate, FIRST.cap(), winsTooLate.length, 1.0);

        assertEquals(FIRST.cap(), inconclusive(winsTooLate).blocks());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aBlockThatIsNotFiniteIsRefusedByItsNumber(double broken) {
        var error =
                assertThrows(IllegalArgumentException.class, () -> Gate.decide(new double[] {0.1, broken, 0.1}, FIRST));

        assertTrue(error.toString().contains("block 2 of 3 is " + broken), error::toString);
    }

    @Test
    void anEarlierDecisionStandsWhateverComesLater() {
        forManySequences(blocks -> {
            Decision decision = Gate.decide(blocks, FIRST);
            for (int n = 0; n < blocks.length; n++) {
                Decision earlier = Gate.decide(Arrays.copyOf(blocks, n), FIRST);
                if (n < decision.blocks()) {
                    assertInstanceOf(Decision.Inconclusive.class, earlier);
                } else {
                    assertEquals(decision, earlier);
                }
            }
        });
    }

    @Test
    void raisingABlockNeverMakesTheDecisionWorse() {
        var random = new Random(7);
        forManySequences(blocks -> {
            double[] raised = blocks.clone();
            raised[random.nextInt(raised.length)] += random.nextExponential() * 0.02;

            Decision before = Gate.decide(blocks, FIRST);
            Decision after = Gate.decide(raised, FIRST);

            assertTrue(rank(after) >= rank(before), before + " became " + after);
            if (before instanceof Decision.Accept) {
                assertTrue(after.blocks() <= before.blocks(), before + " became " + after);
            }
        });
    }

    @Test
    void theInputIsLeftAsItIsAndTheAnswerIsAlwaysTheSame() {
        forManySequences(blocks -> {
            double[] copy = blocks.clone();

            assertEquals(Gate.decide(blocks, FIRST), Gate.decide(copy, FIRST));
            assertArrayEquals(copy, blocks);
        });
    }

    @Test
    void theBoundsJustifyTheDecision() {
        forManySequences(blocks -> {
            Decision decision = Gate.decide(blocks, FIRST);
            assertTrue(decision.low() <= decision.high(), decision::toString);
            switch (decision) {
                case Decision.Accept accept -> assertTrue(accept.low() >= accept.bar(), accept::toString);
                case Decision.Reject reject -> assertTrue(reject.high() <= reject.bar(), reject::toString);
                case Decision.Inconclusive open -> {
                    assertTrue(open.low() < open.bar() + 1e-6, open::toString);
                    assertTrue(open.high() > open.bar() - 1e-6, open::toString);
                }
            }
        });
    }

    /** Gains from far worse to far better, scatter from fine to coarse, outliers included. */
    private static void forManySequences(Consumer<double[]> rule) {
        var random = new Random(42);
        for (int i = 0; i < 300; i++) {
            double gain = Math.exp(0.02 * random.nextGaussian() + 0.015);
            double scale = 0.003 * Math.exp(random.nextGaussian());
            Scatter scatter = i % 2 == 0 ? Scatter.normal(scale) : Scatter.heavyTailed(scale);
            rule.accept(scatter.blocks(1 + random.nextInt(FIRST.cap()), gain, random));
        }
    }

    private static int rank(Decision decision) {
        return switch (decision) {
            case Decision.Reject _ -> 0;
            case Decision.Inconclusive _ -> 1;
            case Decision.Accept _ -> 2;
        };
    }

    private static Decision.Inconclusive inconclusive(double[] blocks) {
        return assertInstanceOf(Decision.Inconclusive.class, Gate.decide(blocks, FIRST));
    }

    private static double[] constant(int count, double value) {
        return IntStream.range(0, count).mapToDouble(i -> value).toArray();
    }

    /** As often far above the bar as far below. */
    private static double[] alternating(int count) {
        return IntStream.range(0, count)
                .mapToDouble(i -> i % 2 == 0 ? 0.5 : -0.5)
                .toArray();
    }
}
