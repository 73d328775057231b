package dev.ouroboros.kernels.host;

import dev.ouroboros.kernels.device.KernelInfo;
import dev.ouroboros.kernels.task.Grid;
import dev.ouroboros.kernels.task.Problem;
import java.util.Map;

/**
 * A candidate in the device's own code.
 *
 * @param binaries one for each size class of grids it was compiled for
 */
record Compiled(Candidate candidate, KernelInfo kernel, Map<GridClass, byte[]> binaries, String log) {
    Compiled {
        binaries = Map.copyOf(binaries);
    }

    /** Returns how it is launched at that problem's shape. */
    Grid grid(Problem problem) {
        return Grid.of(problem.task(), problem.shape(), candidate.parameters());
    }

    byte[] binary(GridClass grid) {
        byte[] binary = binaries.get(grid);
        if (binary == null) {
            throw new IllegalArgumentException("compiled for " + binaries.keySet() + ", not for " + grid);
        }
        return binary;
    }
}
