package dev.ouroboros.engine.search;

import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The trials a model of gains learns from: all that passed, or half of them the best and half of them drawn, so that
 * learning takes as long after 10,000 trials as after a few hundred. In random order.
 */
final class Sample {
    private static final double SHRINK = 0.2;

    private final List<Point> points;
    private final double[] values;

    private Sample(List<Point> points, double[] values) {
        this.points = points;
        this.values = values;
    }

    List<Point> points() {
        return points;
    }

    static Sample of(Trials trials, int most, RandomGenerator random) {
        var ranked = trials.ranked();
        List<Trial> chosen = new ArrayList<>(ranked);
        if (ranked.size() > most) {
            var indexes = new LinkedHashSet<Integer>();
            for (int i = 0; i < most / 2; i++) {
                indexes.add(i);
            }
            while (indexes.size() < most) {
                indexes.add(random.nextInt(ranked.size()));
            }
            chosen = new ArrayList<>(indexes.stream().map(ranked::get).toList());
        }
        Collections.shuffle(chosen, Random.from(random));
        return new Sample(
                chosen.stream().map(Trial::point).toList(),
                chosen.stream().mapToDouble(Trial::logGain).toArray());
    }

    /**
     * Returns the values with what lies below their median drawn closer to it, lest very bad values drown the
     * differences between good ones.
     */
    double[] lifted() {
        double median = Medians.median(values);
        var lifted = values.clone();
        for (int i = 0; i < lifted.length; i++) {
            if (lifted[i] < median) {
                lifted[i] = median + SHRINK * (lifted[i] - median);
            }
        }
        return lifted;
    }
}
