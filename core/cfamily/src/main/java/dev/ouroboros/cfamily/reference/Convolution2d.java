package dev.ouroboros.cfamily.reference;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Values;
import org.jspecify.annotations.Nullable;

/** The valid part of the correlation of an image with a filter, row-major. */
final class Convolution2d implements Answer {
    private final Values image;
    private final Values filter;
    private final int width;
    private final int filterHeight;
    private final int filterWidth;
    private final int outHeight;
    private final int outWidth;
    private double @Nullable [] all;

    Convolution2d(Inputs inputs) {
        var buffers = inputs.problem().task().inputs();
        String in = buffers.getFirst().name();
        String weights = buffers.getLast().name();
        this.image = inputs.of(in);
        this.filter = inputs.of(weights);
        this.width = inputs.problem().extents(in).getLast();
        this.filterHeight = inputs.problem().extents(weights).getFirst();
        this.filterWidth = inputs.problem().extents(weights).getLast();
        this.outHeight = inputs.problem().extents(in).getFirst() - filterHeight + 1;
        this.outWidth = width - filterWidth + 1;
    }

    @Override
    public double at(String output, int i) {
        return all != null ? all[i] : sum(i, false);
    }

    @Override
    public double magnitude(String output, int i) {
        return sum(i, true);
    }

    private double sum(int i, boolean magnitudes) {
        int y = i / outWidth;
        int x = i % outWidth;
        double sum = 0;
        for (int r = 0; r < filterHeight; r++) {
            for (int s = 0; s < filterWidth; s++) {
                double term = filter.get(r * filterWidth + s) * image.get((y + r) * width + x + s);
                sum += magnitudes ? Math.abs(term) : term;
            }
        }
        return sum;
    }

    @Override
    public synchronized double[] all(String output) {
        if (all == null) {
            double[] pixels = image.doubles();
            double[] weights = filter.doubles();
            double[] sums = new double[outHeight * outWidth];
            RowParts.run(outHeight, (double) sums.length * weights.length, (from, to) -> {
                for (int y = from; y < to; y++) {
                    row(pixels, weights, sums, y);
                }
            });
            all = sums;
        }
        return all;
    }

    private void row(double[] pixels, double[] weights, double[] sums, int y) {
        int to = y * outWidth;
        for (int r = 0; r < filterHeight; r++) {
            for (int s = 0; s < filterWidth; s++) {
                double weight = weights[r * filterWidth + s];
                int from = (y + r) * width + s;
                for (int x = 0; x < outWidth; x++) {
                    sums[to + x] += weight * pixels[from + x];
                }
            }
        }
    }
}
