package dev.ouroboros.engine.dispatch;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stages of all parts, cheapest first. The first one that does not pass ends it; a fault of ours is tried once more
 * before it stands.
 *
 * @param stages in the order they run
 */
public record Cascade(List<PartStage> stages) {

    public Cascade {
        stages = stages.stream()
                .sorted(Comparator.comparing(step -> step.stage().cost()))
                .toList();
    }

    /** A stage and the part it belongs to. */
    public record PartStage(String part, Stage stage) {}

    /** Runs every stage but those that only confirmation needs. */
    public List<StageResult> check(Artifact candidate) throws InterruptedException {
        return run(candidate, false);
    }

    /** Runs the stages that only confirmation needs. */
    public List<StageResult> confirm(Artifact candidate) throws InterruptedException {
        return run(candidate, true);
    }

    /** Returns whether the last of these results is a pass, or there are none. */
    public static boolean passed(List<StageResult> results) {
        return results.isEmpty() || results.getLast().outcome() instanceof Outcome.Passed;
    }

    /** Returns the exact metrics among these results by {@code part.metric}. */
    public static Map<String, Measurement> exactMetrics(List<StageResult> results) {
        var metrics = new TreeMap<String, Measurement>();
        for (var result : results) {
            int slash = result.stage().indexOf('/');
            if (result.outcome() instanceof Outcome.Passed passed && slash >= 0) {
                var part = result.stage().substring(0, slash);
                passed.measurements().stream()
                        .filter(Measurement::exact)
                        .forEach(measurement -> metrics.put(part + "." + measurement.metric(), measurement));
            }
        }
        return metrics;
    }

    private List<StageResult> run(Artifact candidate, boolean confirming) throws InterruptedException {
        var results = new ArrayList<StageResult>();
        for (var step : stages) {
            if ((step.stage().cost() == CostClass.CONFIRM) != confirming) {
                continue;
            }
            long start = System.nanoTime();
            var outcome = step.stage().run(candidate);
            if (outcome instanceof Outcome.Faulted) {
                outcome = step.stage().run(candidate);
            }
            var name = step.part() + "/" + step.stage().name();
            results.add(new StageResult(name, outcome, (System.nanoTime() - start) / 1e9));
            if (!(outcome instanceof Outcome.Passed)) {
                break;
            }
        }
        return results;
    }
}
