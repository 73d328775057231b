package dev.ouroboros.benchmarks.fuzz;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.ElementType;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.nativec.task.NativeTask;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws problems of a task, and compares what two programs make of them. */
final class Fuzz {
    private static final int PATIENCE = 1000;

    private final NativeTask task;
    private final Map<String, Long> largest = new HashMap<>();

    Fuzz(NativeTask task) {
        this.task = task;
        var contract = task.contract();
        for (var shapes : List.of(contract.shown(), contract.heldOut())) {
            shapes.forEach(shape -> shape.dimensions().forEach((name, value) -> largest.merge(name, value, Math::max)));
        }
    }

    /** Draws problems with dimensions up to the largest that the task checks, and writes them for {@link Driver}. */
    List<Problem> draw(int count, Path file, RandomGenerator random) throws IOException {
        var problems = new ArrayList<Problem>();
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int misses = 0; problems.size() < count; ) {
                var dimensions = new HashMap<String, Long>();
                largest.forEach((name, most) -> dimensions.put(name, random.nextLong(1, most + 1)));
                try {
                    var problem = Problem.of(task.contract(), new Shape(dimensions));
                    write(problem, out, random);
                    problems.add(problem);
                } catch (IllegalArgumentException e) {
                    // Not every shape has extents from 1 on.
                    if (++misses > PATIENCE) {
                        throw e;
                    }
                }
            }
        }
        return problems;
    }

    private void write(Problem problem, OutputStream out, RandomGenerator random) throws IOException {
        var head = ByteBuffer.allocate(8 * task.parameters().size()).order(ByteOrder.nativeOrder());
        for (var argument : task.parameters()) {
            switch (argument) {
                case Argument.Buffer buffer -> head.putLong(problem.length(buffer.name()));
                case Argument.Scalar scalar when scalar.type().floating() -> head.putDouble(problem.scalar(scalar));
                case Argument.Scalar scalar -> head.putLong((long) problem.scalar(scalar));
            }
        }
        out.write(head.array());
        var inputs = Inputs.allocate(problem);
        inputs.draw(random);
        for (var argument : task.parameters()) {
            if (argument instanceof Argument.Buffer buffer && buffer.role().read()) {
                out.write(inputs.of(buffer.name()).segment().toArray(ValueLayout.JAVA_BYTE));
            }
        }
    }

    /** Returns how many problems two programs answered differently, beyond the task's tolerance for floating outputs. */
    int differences(List<Problem> problems, byte[] expected, byte[] found) {
        if (expected.length != found.length) {
            return problems.size();
        }
        var right = ByteBuffer.wrap(expected).order(ByteOrder.nativeOrder());
        var other = ByteBuffer.wrap(found).order(ByteOrder.nativeOrder());
        int differences = 0;
        for (var problem : problems) {
            boolean same = true;
            for (var output : task.contract().outputs()) {
                same &= sameOutput(right, other, output.type(), problem.length(output.name()));
            }
            differences += same ? 0 : 1;
        }
        return differences;
    }

    private boolean sameOutput(ByteBuffer right, ByteBuffer other, ElementType type, int length) {
        double largestValue = 0;
        double largestError = 0;
        boolean same = true;
        for (int i = 0; i < length; i++) {
            if (type.floating()) {
                double a = type.bytes() == 4 ? right.getFloat() : right.getDouble();
                double b = type.bytes() == 4 ? other.getFloat() : other.getDouble();
                largestValue = Math.max(largestValue, Math.abs(a));
                largestError = Math.max(largestError, Double.isNaN(b) ? Double.POSITIVE_INFINITY : Math.abs(a - b));
            } else {
                for (int k = 0; k < type.bytes(); k++) {
                    same &= right.get() == other.get();
                }
            }
        }
        return same && largestError <= task.contract().tolerance() * Math.max(largestValue, Double.MIN_NORMAL);
    }
}
