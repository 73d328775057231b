package dev.ouroboros.engine.loop;

import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The fresh re-run so far: one entry a block. */
record Rerun(PVector<Double> logGains, PVector<Double> baselineValues, PVector<Double> bestValues) {
    static final Rerun NONE = new Rerun(TreePVector.empty(), TreePVector.empty(), TreePVector.empty());

    Rerun plus(LoopEvent.RerunBlockMeasured block) {
        return new Rerun(
                logGains.plus(block.logGain()),
                baselineValues.plus(block.baselineValue()),
                bestValues.plus(block.bestValue()));
    }

    static double[] array(PVector<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
