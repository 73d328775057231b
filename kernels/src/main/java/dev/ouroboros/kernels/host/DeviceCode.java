package dev.ouroboros.kernels.host;

import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.host.Compiled;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.worker.Messages.Message;
import dev.ouroboros.cfamily.worker.Messages.Place;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.kernels.device.DeviceInfo;
import dev.ouroboros.kernels.device.KernelInfo;
import dev.ouroboros.kernels.task.Grid;
import dev.ouroboros.kernels.task.KernelTask;
import dev.ouroboros.kernels.worker.DeviceMessages.Plan;
import java.util.List;
import java.util.Map;

/**
 * A candidate in a device's own code.
 *
 * @param binaries one for each size class of grids it was compiled for
 */
record DeviceCode(
        KernelTask task,
        DeviceInfo device,
        Candidate candidate,
        KernelInfo kernel,
        Map<GridClass, byte[]> binaries,
        String log)
        implements Compiled {
    DeviceCode {
        binaries = Map.copyOf(binaries);
    }

    /** Returns how it is launched at that problem's shape. */
    Grid grid(Problem problem) {
        return Grid.of(task, problem.shape(), candidate.parameters());
    }

    @Override
    public byte[] code(Problem problem) {
        return binary(GridClass.of(device, grid(problem)));
    }

    @Override
    public Message plan(int number, Problem problem, List<List<Place>> launches) {
        Grid grid = grid(problem);
        return new Plan(number, number, task.entry(), grid.global(), grid.local(), launches);
    }

    @Override
    public void checkLimits(Problem problem) throws CandidateFailure {
        Limits.check(device, kernel, task, grid(problem));
    }

    byte[] binary(GridClass grid) {
        byte[] binary = binaries.get(grid);
        if (binary == null) {
            throw new IllegalArgumentException("compiled for " + binaries.keySet() + ", not for " + grid);
        }
        return binary;
    }
}
