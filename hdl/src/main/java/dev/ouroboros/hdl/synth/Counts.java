package dev.ouroboros.hdl.synth;

import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.task.StandardCells;
import dev.ouroboros.hdl.tool.Yosys;
import java.util.List;

/** What a synthesized netlist consists of. */
public sealed interface Counts permits CellCounts, CellAreas {

    /** Returns a smaller number for a smaller design. */
    double size();

    /** Returns an estimate of how long its longest way takes, in a unit that only its own device has. */
    double delay();

    /** Returns what a run can have as objectives. */
    List<Measurement> measurements();

    /**
     * Counts a netlist.
     *
     * @throws DesignProblem if it cannot be read
     */
    static Counts of(Yosys.Synthesis synthesis, DesignTask task) throws DesignProblem {
        return switch (task.device()) {
            case Ice40 _ -> CellCounts.of(synthesis.json(), task.top());
            case StandardCells cells -> CellAreas.of(synthesis, task.top(), cells.library());
        };
    }

    /** Returns a measurement of which one fewer is better. */
    static Measurement exact(String metric, double value) {
        return Measurement.exact(metric, "", Direction.MINIMIZE, value);
    }
}
