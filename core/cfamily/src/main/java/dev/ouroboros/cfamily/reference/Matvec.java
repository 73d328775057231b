package dev.ouroboros.cfamily.reference;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Values;
import java.util.List;

/** Matrix times vector: exact for integers of up to 16 bits, and as good as double precision otherwise. */
final class Matvec implements Answer {
    private final Values matrix;
    private final double[] vector;
    private final int rows;

    Matvec(Inputs inputs) {
        var buffers = inputs.problem().task().inputs();
        this.matrix = inputs.of(buffers.getFirst().name());
        this.vector = inputs.of(buffers.getLast().name()).doubles();
        List<Integer> extents = inputs.problem().extents(buffers.getFirst().name());
        this.rows = extents.getFirst();
    }

    @Override
    public double[] all(String output) {
        double[] all = new double[rows];
        RowParts.run(rows, (double) rows * vector.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                all[i] = at(output, i);
            }
        });
        return all;
    }

    @Override
    public double at(String output, int i) {
        double sum = 0;
        int row = i * vector.length;
        if (matrix.array() instanceof byte[] bytes && !matrix.type().unsigned()) {
            for (int j = 0; j < vector.length; j++) {
                sum += bytes[row + j] * vector[j];
            }
            return sum;
        }
        for (int j = 0; j < vector.length; j++) {
            sum += matrix.get(row + j) * vector[j];
        }
        return sum;
    }

    @Override
    public double magnitude(String output, int i) {
        double sum = 0;
        for (int j = 0; j < vector.length; j++) {
            sum += Math.abs(matrix.get(i * vector.length + j) * vector[j]);
        }
        return sum;
    }
}
