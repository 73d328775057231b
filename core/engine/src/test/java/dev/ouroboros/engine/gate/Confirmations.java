package dev.ouroboros.engine.gate;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The decisions on many simulated challengers, all equally good. */
record Confirmations(List<Decision> decisions) {

    static Confirmations of(int count, double gain, Scatter scatter, GatePolicy policy, RandomGenerator random) {
        return new Confirmations(IntStream.range(0, count)
                .mapToObj(i -> Gate.decide(scatter.blocks(policy.cap(), gain, random), policy))
                .toList());
    }

    /** One run: confirmation i has the i-th share of the budget. */
    static Confirmations run(int count, double gain, Scatter scatter, ErrorBudget budget, RandomGenerator random) {
        return new Confirmations(IntStream.rangeClosed(1, count)
                .mapToObj(i -> GatePolicy.of(0.01, budget.alpha(i)))
                .map(policy -> Gate.decide(scatter.blocks(policy.cap(), gain, random), policy))
                .toList());
    }

    long accepted() {
        return decisions.stream().filter(Decision.Accept.class::isInstance).count();
    }

    /** Share that was accepted with at most so many blocks, in [0, 1]. */
    double acceptedWithin(int blocks) {
        return (double) decisions.stream()
                        .filter(d -> d instanceof Decision.Accept && d.blocks() <= blocks)
                        .count()
                / decisions.size();
    }

    /** Median of the blocks used by rejections; anything else counts as never rejected. */
    double medianBlocksToReject() {
        double[] blocks = decisions.stream()
                .mapToDouble(d -> d instanceof Decision.Reject ? d.blocks() : Double.POSITIVE_INFINITY)
                .toArray();
        Arrays.sort(blocks);
        return blocks[blocks.length / 2];
    }

    double meanBlocks() {
        return decisions.stream().mapToInt(Decision::blocks).average().orElseThrow();
    }
}
