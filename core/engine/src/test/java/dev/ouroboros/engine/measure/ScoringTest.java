package dev.ouroboros.engine.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.task.Objective;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScoringTest {
    @Test
    void aMetricWithAHyphenHasAnUnderscoreInAFormula() {
        var objective = new Objective(
                "throughput-per-cell",
                "",
                Direction.MAXIMIZE,
                Expression.parse("design.throughput / design.logic_cells"));
        var exact = Map.of(
                "design.throughput", Measurement.exact("throughput", "", Direction.MAXIMIZE, 0.5),
                "design.logic-cells", Measurement.exact("logic-cells", "", Direction.MINIMIZE, 20));
        assertEquals(0.025, new Scoring(objective, new TreeMap<>()).value(exact, Map.of()));
    }
}
