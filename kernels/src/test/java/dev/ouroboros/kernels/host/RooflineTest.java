package dev.ouroboros.kernels.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.task.KernelTaskReader;
import org.junit.jupiter.api.Test;

class RooflineTest {

    @Test
    void aCpuDoesTwoMultiplyAddsOfAVectorACycleAndBoostsToTwiceItsClock() throws Exception {
        // 2 units * 2.6 GHz * 16 floats * 2 units * 2 operations * 2 of boost
        assertEquals(2.0 * 512 * 512 * 512 / 665.6e9, seconds(device(true, 2600)), 1e-9);
    }

    @Test
    void anUnknownClockIsTakenForAFastOne() throws Exception {
        assertTrue(seconds(device(true, 0)) < seconds(device(true, 5000)));
    }

    @Test
    void aGraphicsProcessorHasMoreLanes() throws Exception {
        assertTrue(seconds(device(false, 1000)) < seconds(device(true, 1000)));
    }

    private static double seconds(DeviceInfo device) throws Exception {
        var task = KernelTaskReader.read(Kernels.PART);
        return Roofline.seconds(device, Problem.of(task.contract(), Kernels.shape(512, 512, 512)));
    }

    private static DeviceInfo device(boolean cpu, int clock) {
        return new DeviceInfo(0, "p", "n", "OpenCL 3.0", "1", cpu, 2, clock, 64, 1024, 1024, cpu ? 16 : 1, true);
    }
}
