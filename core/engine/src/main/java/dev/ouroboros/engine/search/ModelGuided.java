package dev.ouroboros.engine.search;

import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Learns from the trials where gains are to be expected and which points are likely to fail, and chooses those with the
 * best expected improvement times chance to pass.
 *
 * @param gains learns the gains
 * @param most how many trials it learns from
 */
record ModelGuided(Model.Learner gains, int most) implements Strategy {
    private static final int LEAST = 8;
    private static final int RANDOM_CANDIDATES = 400;
    private static final int CHILDREN = 150;
    private static final int BASES = 8;
    private static final int LEAST_SHORTLIST = 40;

    @Override
    public List<Point> choose(Trials trials, int count, RandomGenerator random) {
        if (trials.ranked().size() < LEAST) {
            return List.of();
        }
        // A fast generator: models draw many numbers.
        var own = new SplittableRandom(random.nextLong());
        var sample = Sample.of(trials, most, own);
        var model = gains.learn(trials.grid(), sample.points(), sample.lifted(), own);
        var feasibility = Feasibility.of(trials.grid(), trials.all());
        // The mean at a point that was tried is less noisy than its one measurement.
        double best = sample.points().stream()
                .mapToDouble(point -> model.predict(point).mean())
                .max()
                .orElse(0);
        var scored = new ArrayList<Scored>();
        for (var point : candidates(trials, own)) {
            double chance = feasibility.of(point);
            scored.add(new Scored(point, chance, score(model, point, chance, best)));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        int shortlist = Math.min(scored.size(), Math.max(LEAST_SHORTLIST, 2 * count));
        return spread(model, new ArrayList<>(scored.subList(0, shortlist)), best, count);
    }

    private record Scored(Point point, double chance, double score) {}

    private static double score(Model model, Point point, double chance, double best) {
        return chance * model.predict(point).expectedImprovement(best);
    }

    /** Picks one by one, each as if those before it had turned out as predicted, so that a batch is not all alike. */
    private static List<Point> spread(Model model, List<Scored> shortlist, double best, int count) {
        var picks = new ArrayList<Point>();
        var assumed = model;
        while (picks.size() < count && !shortlist.isEmpty()) {
            var pick = shortlist.getFirst();
            for (var each : shortlist) {
                pick = each.score() > pick.score() ? each : pick;
            }
            picks.add(pick.point());
            shortlist.remove(pick);
            var next = assumed.assuming(pick.point());
            if (!next.equals(assumed) && picks.size() < count) {
                shortlist.replaceAll(each ->
                        new Scored(each.point(), each.chance(), score(next, each.point(), each.chance(), best)));
            }
            assumed = next;
        }
        return List.copyOf(picks);
    }

    private static Set<Point> candidates(Trials trials, RandomGenerator random) {
        var grid = trials.grid();
        var candidates = new LinkedHashSet<Point>();
        for (int i = 0; i < Math.min(BASES, trials.ranked().size()); i++) {
            candidates.add(trials.ranked().get(i).point());
            candidates.addAll(grid.neighbours(trials.ranked().get(i).point()));
        }
        candidates.addAll(new Crossover().choose(trials, CHILDREN, random));
        for (int i = 0; i < RANDOM_CANDIDATES; i++) {
            candidates.add(grid.random(random));
        }
        candidates.removeIf(point -> !trials.isNew(point));
        return candidates;
    }
}
