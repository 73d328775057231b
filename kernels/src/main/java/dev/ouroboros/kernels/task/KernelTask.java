package dev.ouroboros.kernels.task;

import dev.ouroboros.engine.space.Expression;
import java.time.Duration;
import java.util.List;

/**
 * The table {@code [parts.opencl]}, read once.
 *
 * @param entry name of the kernel function
 * @param options for the OpenCL compiler, parameters come on top
 * @param global work-items in each dimension, over dimensions and parameters
 * @param local work-items of a group in each dimension, likewise
 * @param timed the shape that is measured
 * @param shown shapes that are checked first and may be named to a proposer
 * @param heldOut shapes that nobody outside the parent process may learn
 * @param traced a small shape for tools that follow every access; one of the shown unless the task says otherwise
 * @param tolerance greatest error of an output of a floating type, relative to the sum of the magnitudes of its terms
 * @param reference a built-in reference's name, or {@link #SEED}
 * @param patience time that any one launch may take
 */
public record KernelTask(
        String entry,
        List<String> options,
        List<Argument> arguments,
        List<Expression> global,
        List<Expression> local,
        Shape timed,
        List<Shape> shown,
        List<Shape> heldOut,
        Shape traced,
        double tolerance,
        String reference,
        Work work,
        Duration patience) {

    /** The seed's own kernel is the reference. */
    public static final String SEED = "seed";

    public KernelTask {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
        global = List.copyOf(global);
        local = List.copyOf(local);
        shown = List.copyOf(shown);
        heldOut = List.copyOf(heldOut);
    }

    /** Returns the buffers among the arguments, in order. */
    public List<Argument.Buffer> buffers() {
        return arguments.stream()
                .filter(Argument.Buffer.class::isInstance)
                .map(Argument.Buffer.class::cast)
                .toList();
    }

    /** Returns the buffers that a kernel reads, in order. */
    public List<Argument.Buffer> inputs() {
        return buffers().stream().filter(buffer -> buffer.role().read()).toList();
    }

    /** Returns the buffers that a kernel writes, in order. */
    public List<Argument.Buffer> outputs() {
        return buffers().stream().filter(buffer -> buffer.role().written()).toList();
    }
}
