package dev.ouroboros.app.delta;

import java.util.List;

/** Where bodies are measured on the spaces that versions may see. */
interface Stand {

    /**
     * How a body did.
     *
     * @param areas the areas under its gap, for each space those of all seeds; none if it could not be measured
     * @param fault why: the name of a {@link dev.ouroboros.engine.evaluation.Reason}; empty if it was measured
     * @param seconds processor seconds it took
     */
    record Measured(List<double[]> areas, String fault, double seconds) {
        boolean passed() {
            return fault.isEmpty();
        }
    }

    /** Has a body play with the seeds from {@code first} on. The same seeds give the same areas. */
    Measured measure(Body body, int first, int count) throws DeltaException, InterruptedException;
}
