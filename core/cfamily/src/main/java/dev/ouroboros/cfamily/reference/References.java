package dev.ouroboros.cfamily.reference;

import dev.ouroboros.cfamily.task.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The references that come with the layer: each takes its inputs in their order, and has one output. */
public enum References {
    /** Output [m, n] = input [m, k] times input [k, n]. */
    MATMUL {
        @Override
        @Nullable
        String complaint(List<List<Integer>> in, List<Integer> out) {
            return in.size() == 2
                            && in.getFirst().size() == 2
                            && in.getLast().size() == 2
                            && in.getFirst().getLast().equals(in.getLast().getFirst())
                            && out.equals(List.of(
                                    in.getFirst().getFirst(), in.getLast().getLast()))
                    ? null
                    : "two inputs of shape [m, k] and [k, n] and an output of shape [m, n]";
        }

        @Override
        public Reference create() {
            return inputs -> new Matmul(inputs);
        }
    },
    /** Output [h - fh + 1, w - fw + 1] = input [h, w] correlated with filter [fh, fw], valid part. */
    CONVOLUTION_2D {
        @Override
        @Nullable
        String complaint(List<List<Integer>> in, List<Integer> out) {
            return in.size() == 2
                            && in.getFirst().size() == 2
                            && in.getLast().size() == 2
                            && out.size() == 2
                            && out.getFirst()
                                    == in.getFirst().getFirst() - in.getLast().getFirst() + 1
                            && out.getLast()
                                    == in.getFirst().getLast() - in.getLast().getLast() + 1
                    ? null
                    : "two inputs of shape [h, w] and [fh, fw] and an output of shape [h - fh + 1, w - fw + 1]";
        }

        @Override
        public Reference create() {
            return inputs -> new Convolution2d(inputs);
        }
    },
    /** Output [m] = input [m, n] times input [n]. */
    MATVEC {
        @Override
        @Nullable
        String complaint(List<List<Integer>> in, List<Integer> out) {
            return in.size() == 2
                            && in.getFirst().size() == 2
                            && in.getLast().size() == 1
                            && in.getFirst().getLast().equals(in.getLast().getFirst())
                            && out.equals(List.of(in.getFirst().getFirst()))
                    ? null
                    : "two inputs of shape [m, n] and [n] and an output of shape [m]";
        }

        @Override
        public Reference create() {
            return inputs -> new Matvec(inputs);
        }
    },
    /** Output = input, element by element. */
    COPY {
        @Override
        @Nullable
        String complaint(List<List<Integer>> in, List<Integer> out) {
            return in.size() == 1 && in.getFirst().equals(out) ? null : "one input and an output of the same shape";
        }

        @Override
        public Reference create() {
            return inputs -> new Copy(inputs);
        }
    };

    /** Returns the name used in a task. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the reference of that name, or null if there is none. */
    public static @Nullable References named(String label) {
        return Arrays.stream(values())
                .filter(reference -> reference.label().equals(label))
                .findFirst()
                .orElse(null);
    }

    /** Returns all names, for error texts. */
    public static String labels() {
        return Arrays.stream(values()).map(References::label).collect(Collectors.joining(", "));
    }

    /** Returns what is wrong with the buffers of a task, or null if they fit. */
    public @Nullable String complaint(Problem problem) {
        var in = problem.task().inputs().stream()
                .map(buffer -> problem.extents(buffer.name()))
                .toList();
        var out = problem.task().outputs();
        if (out.size() != 1) {
            return "the reference " + label() + " has one output, the kernel has " + out.size();
        }
        var expected = complaint(in, problem.extents(out.getFirst().name()));
        return expected == null
                ? null
                : "the reference " + label() + " expects " + expected + "; found inputs " + in + " and output "
                        + problem.extents(out.getFirst().name()) + " at " + problem.shape();
    }

    abstract @Nullable String complaint(List<List<Integer>> in, List<Integer> out);

    /** Returns the reference. */
    public abstract Reference create();
}
