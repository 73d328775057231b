package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/** What trials teach about points that were not tried. */
interface Model {

    Prediction predict(Point point);

    /**
     * Returns this model as it will be once {@code point} was tried, provided that it turns out as predicted: no other
     * mean, but more certain nearby (the kriging believer of Ginsbourger, Le Riche, Carraro 2010). A model that cannot
     * tell stays as it is.
     */
    default Model assuming(Point point) {
        return this;
    }

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
