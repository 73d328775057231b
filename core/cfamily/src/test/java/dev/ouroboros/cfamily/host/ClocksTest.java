package dev.ouroboros.cfamily.host;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Side;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClocksTest {
    private static final double WAY = 0.0006;

    @Test
    void theSameWayThereAndBackIsNoDisagreement() {
        assertNull(afterTenPairs(sample(0.002, 10, WAY), sample(0.02, 1, WAY)));
        assertNull(afterTenPairs(sample(0.002, 10, WAY), sample(0.002, 10, WAY + 0.0005)));
    }

    @Test
    void workBesideTheLaunchesIsOne() {
        assertNotNull(afterTenPairs(sample(0.002, 10, WAY), sample(0.002, 10, WAY + 0.0008)));
    }

    @Test
    void aDeviceClockThatTellsTooMuchIsOne() {
        assertNotNull(afterTenPairs(sample(0.002, 10, WAY), sample(0.002, 10, WAY - 0.0008)));
    }

    @Test
    void manyLaunchesCostTheHostMore() {
        assertNull(afterTenPairs(sample(0.02, 1, WAY), sample(0.0002, 100, WAY + 100 * 40e-6)));
    }

    @Test
    void aBusyMachineScattersWithoutDisagreement() {
        var clocks = new Clocks();
        var random = new SplittableRandom(1);
        for (int pair = 0; pair < 200; pair++) {
            clocks.add(Side.INCUMBENT, sample(0.002, 10, WAY + 0.02 * random.nextDouble()));
            clocks.add(Side.CHALLENGER, sample(0.002, 10, WAY + 0.02 * random.nextDouble()));
            assertNull(clocks.complaint());
        }
    }

    @Test
    void oneDisturbedBatchIsNothing() {
        var clocks = new Clocks();
        for (int pair = 0; pair < 10; pair++) {
            clocks.add(Side.INCUMBENT, sample(0.002, 10, WAY));
            clocks.add(Side.CHALLENGER, sample(0.002, 10, pair == 3 ? 0.05 : WAY));
        }
        assertNull(clocks.complaint());
    }

    private static @Nullable String afterTenPairs(Sample incumbent, Sample challenger) {
        var clocks = new Clocks();
        for (int pair = 0; pair < 10; pair++) {
            assertNull(clocks.complaint());
            clocks.add(Side.INCUMBENT, incumbent);
            clocks.add(Side.CHALLENGER, challenger);
        }
        return clocks.complaint();
    }

    private static Sample sample(double device, int launches, double beyond) {
        return new Sample(device + beyond / launches, device, launches);
    }
}
