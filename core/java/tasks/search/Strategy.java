package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/** A way to choose what to try next. Pure: the same trials and random numbers give the same points. */
@FunctionalInterface
interface Strategy {

    /** Returns at most {@code count} different, admitted, new points, the most promising first. */
    List<Point> choose(Trials trials, int count, RandomGenerator random);
}
