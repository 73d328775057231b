package dev.ouroboros.engine.pareto;

import java.util.List;

/**
 * A candidate and what it is worth.
 *
 * @param candidate its digest
 * @param values finite, one for each objective
 */
public record Point(String candidate, List<Double> values) {
    public Point {
        values = List.copyOf(values);
        if (!values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("expected finite values of candidate " + candidate + ", found " + values
                    + "\nMaybe one was not measured: a candidate is compared only where all of them are known.");
        }
    }
}
