package dev.ouroboros.cfamily.reference;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Values;

/** The one input itself. */
final class Copy implements Answer {
    private final Values input;

    Copy(Inputs inputs) {
        this.input = inputs.of(inputs.problem().task().inputs().getFirst().name());
    }

    @Override
    public double[] all(String output) {
        return input.doubles();
    }

    @Override
    public double at(String output, int i) {
        return input.get(i);
    }

    @Override
    public double magnitude(String output, int i) {
        return Math.abs(input.get(i));
    }
}
