package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.task.Work;
import dev.ouroboros.kernels.device.DeviceInfo;

/**
 * What no device of today can exceed, so that a time below it is no time of this work. Generous: it shall refuse lies, and
 * never luck.
 */
final class Roofline {
    /** Two vector units, each a fused multiply-add a cycle, is the most that CPUs have; boost is below twice the clock. */
    private static final double CPU_FLOPS = 2 * 2 * 2;

    /** Two loads and a store of a vector a cycle, boost included. */
    private static final double CPU_BYTES = 3 * 4 * 2;

    /** Lanes of one compute unit of a graphics processor, a multiply-add each, with room for the next ones. */
    private static final double GPU_FLOPS = 2 * 256 * 1.5;

    private static final double GPU_BYTES = 256 * 1.5;

    /** If the device does not tell its clock. */
    private static final int FASTEST_MHZ = 6000;

    private Roofline() {}

    /** Returns the least seconds that one launch can take. */
    static double seconds(DeviceInfo device, Problem problem) {
        double cycles = 1e6 * (device.clockMhz() > 0 ? device.clockMhz() : FASTEST_MHZ) * device.computeUnits();
        double perCycle = problem.task().work().kind() == Work.Kind.FLOPS
                ? (device.cpu() ? CPU_FLOPS * device.floatVector() : GPU_FLOPS)
                : (device.cpu() ? CPU_BYTES * device.floatVector() : GPU_BYTES);
        return problem.work() / (cycles * perCycle);
    }
}
