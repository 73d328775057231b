package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/** What trials teach about points that were not tried. */
@FunctionalInterface
interface Model {

    Prediction predict(Point point);

    /** Makes models. */
    @FunctionalInterface
    interface Learner {

        /**
         * Learns a model.
         *
         * @param points at least one
         * @param values at these points, noisy
         */
        Model learn(Grid grid, List<Point> points, double[] values, RandomGenerator random);
    }
}
