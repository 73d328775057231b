package dev.ouroboros.kernels.task;

import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.engine.space.Expression;
import java.util.List;

/**
 * The table {@code [parts.opencl]}, read once.
 *
 * @param entry name of the kernel function
 * @param options for the OpenCL compiler, parameters come on top
 * @param global work-items in each dimension, over dimensions and parameters
 * @param local work-items of a group in each dimension, likewise
 * @param contract what it is called with, and what its answers must be
 */
public record KernelTask(
        String entry, List<String> options, List<Expression> global, List<Expression> local, Contract contract) {

    public KernelTask {
        options = List.copyOf(options);
        global = List.copyOf(global);
        local = List.copyOf(local);
    }
}
