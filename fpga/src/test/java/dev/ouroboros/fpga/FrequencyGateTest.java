package dev.ouroboros.fpga;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.gate.Decision;
import dev.ouroboros.engine.gate.ErrorBudget;
import dev.ouroboros.engine.gate.Gate;
import dev.ouroboros.engine.gate.GatePolicy;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the gate makes of frequencies that scatter as placements do: drawn from those of one design, in MHz. */
class FrequencyGateTest {
    /** An accumulator of products of 8 bits on hx1k between registers, nextpnr-ice40 0.4, seeds 1 to 32. */
    private static final double[] PLACED = {
        86.3, 87.6, 83.7, 87.2, 90.9, 85.8, 87.4, 82.6, 87.9, 88.3, 83.5, 88.3, 89.3, 86.7, 91.8, 87.7,
        89.2, 88.9, 88.1, 85.1, 86.7, 88.1, 86.9, 90.0, 91.9, 89.3, 83.1, 90.3, 89.8, 82.6, 88.6, 87.0
    };

    private static final int CONFIRMATIONS = 20_000;
    private static final int MOST_BLOCKS = 60;
    private static final double MINIMUM_GAIN = 0.01;

    /** Returns the share of first confirmations that accept a candidate that is so much faster. */
    private static double accepted(double gain) {
        var random = new SplittableRandom(1);
        var policy = GatePolicy.of(MINIMUM_GAIN, ErrorBudget.STANDARD.alpha(1));
        int accepted = 0;
        for (int i = 0; i < CONFIRMATIONS; i++) {
            double[] logGains = random.doubles(MOST_BLOCKS, 0, 1)
                    .map(_ -> Math.log(gain * drawn(random) / drawn(random)))
                    .toArray();
            accepted += Gate.decide(logGains, policy) instanceof Decision.Accept ? 1 : 0;
        }
        return (double) accepted / CONFIRMATIONS;
    }

    private static double drawn(SplittableRandom random) {
        return PLACED[random.nextInt(PLACED.length)];
    }

    @Test
    void whatIsNoFasterIsAcceptedLessThanOnceInAHundred() {
        assertTrue(accepted(1) < 0.01);
        assertTrue(accepted(1 + MINIMUM_GAIN) < 0.01);
    }

    @Test
    void aTenthFasterIsAcceptedMostly() {
        assertTrue(accepted(1.1) > 0.9);
    }
}
