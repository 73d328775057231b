package dev.ouroboros.hdl.tool;

import dev.ouroboros.hdl.task.Device;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.task.StandardCells;
import java.util.List;
import java.util.Map;

/** How Yosys synthesizes for a device family, as commands that follow on those that read the design. */
sealed interface Flow permits Ice40Flow, StandardCellFlow {

    /** Files that the commands read, by name. */
    Map<String, String> files();

    /** Writes {@code netlist.json}, {@code statistics}, and {@code gates.json} if the cells' models are not our own. */
    String synthesis(String top, List<String> recipe);

    /** The same up to where sums have become adders and can still be read as numbers. */
    String halfway(String top, List<String> recipe);

    /** Returns whether the commands write what the netlist's cells do as gates. */
    boolean writesGates();

    static Flow of(Device device) {
        return switch (device) {
            case Ice40 ice40 -> new Ice40Flow(ice40);
            case StandardCells cells -> new StandardCellFlow(cells.library().text());
        };
    }
}
