package dev.ouroboros.engine.search;

import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.propose.Observation;
import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns the history into trials of the incumbent's sources. What was measured with other sources counts too, if some
 * setting was measured with both: it is moved by the median difference there.
 */
final class Sources {
    private static final Set<Reason> CANDIDATES_FAULT =
            EnumSet.of(Reason.BUILD, Reason.INCORRECT, Reason.GUARD, Reason.TIMEOUT, Reason.MEMORY);

    private Sources() {}

    static Trials trials(Grid grid, Iterable<Observation> history, String incumbent) {
        var bySources = new LinkedHashMap<String, List<Trial>>();
        var taken = new HashSet<Point>();
        var own = "";
        for (var observation : history) {
            if (own.isEmpty() || observation.candidate().equals(incumbent)) {
                own = observation.sources();
            }
        }
        for (var observation : history) {
            var point = grid.point(observation.settings());
            if (point == null) {
                continue;
            }
            if (observation.sources().equals(own)) {
                taken.add(point);
            }
            boolean measured = !Double.isNaN(observation.logGain());
            if (measured || (observation.failure() != null && CANDIDATES_FAULT.contains(observation.failure()))) {
                bySources
                        .computeIfAbsent(observation.sources(), _ -> new ArrayList<>())
                        .add(new Trial(point, observation.logGain()));
            }
        }
        var trials = new ArrayList<>(bySources.getOrDefault(own, List.of()));
        bySources.remove(own);
        if (!bySources.isEmpty()) {
            addOthers(trials, bySources);
        }
        return Trials.of(grid, trials, taken);
    }

    private static void addOthers(List<Trial> trials, Map<String, List<Trial>> others) {
        var known = new LinkedHashMap<Point, Double>();
        trials.forEach(trial -> known.put(trial.point(), trial.logGain()));
        for (var other : others.values()) {
            var differences = other.stream()
                    .mapToDouble(trial -> trial.logGain() - known.getOrDefault(trial.point(), Double.NaN))
                    .filter(difference -> !Double.isNaN(difference))
                    .toArray();
            if (differences.length > 0) {
                double offset = Medians.median(differences);
                other.stream()
                        .filter(trial -> !known.containsKey(trial.point()))
                        .forEach(trial -> trials.add(new Trial(trial.point(), trial.logGain() - offset)));
            }
        }
    }
}
