package dev.ouroboros.cfamily.task;

import java.time.Duration;
import java.util.List;

/**
 * What every layer's table says of a kernel, read once.
 *
 * @param arguments in the order of the kernel's signature
 * @param timed the shape that is measured
 * @param shown shapes that are checked first and may be named to a proposer
 * @param heldOut shapes that nobody outside the parent process may learn
 * @param traced small shapes for tools that follow every access
 * @param tolerance greatest error of an output of a floating type, relative to the sum of the magnitudes of its terms
 * @param reference a built-in reference's name, or {@link #SEED}
 * @param patience time that any one launch may take
 */
public record Contract(
        List<Argument> arguments,
        Shape timed,
        List<Shape> shown,
        List<Shape> heldOut,
        List<Shape> traced,
        double tolerance,
        String reference,
        Work work,
        Duration patience) {

    /** The seed's own kernel is the reference. */
    public static final String SEED = "seed";

    public Contract {
        arguments = List.copyOf(arguments);
        shown = List.copyOf(shown);
        heldOut = List.copyOf(heldOut);
        traced = List.copyOf(traced);
    }

    /** Returns the same with another shape to measure. */
    public Contract withTimed(Shape other) {
        return new Contract(arguments, other, shown, heldOut, traced, tolerance, reference, work, patience);
    }

    /** Returns the same with other shapes to trace. */
    public Contract withTraced(List<Shape> other) {
        return new Contract(arguments, timed, shown, heldOut, other, tolerance, reference, work, patience);
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

    /** Returns whether a launch changes what it reads, so that a second one on the same buffers is given something else. */
    public boolean inPlace() {
        return buffers().stream()
                .anyMatch(buffer -> buffer.role().read() && buffer.role().written());
    }
}
