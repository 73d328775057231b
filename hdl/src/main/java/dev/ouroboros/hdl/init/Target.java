package dev.ouroboros.hdl.init;

import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.hdl.liberty.LibertyProblem;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.task.StandardCells;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a drafted task is made for.
 *
 * @param guess what people should look at
 * @param settings lines of the part's table
 * @param metric what is minimized
 * @param accept lines behind the objective
 * @param files that the settings name
 */
record Target(String guess, String settings, String metric, String accept, Map<String, String> files) {

    /**
     * Reads the user's choice.
     *
     * @param device name of a device, or a Liberty file; null for the usual one
     * @throws DraftException if it is neither
     */
    static Target of(@Nullable String device) throws DraftException {
        Ice40 ice40 = device == null ? Ice40.HX8K : Ice40.named(device);
        if (ice40 != null) {
            return ice40(ice40, device == null);
        }
        Path file = Path.of(String.valueOf(device));
        if (!Files.exists(file) && !String.valueOf(device).endsWith(".lib")) {
            throw new DraftException("the device '" + device + "' is neither one of "
                    + String.join(", ", Ice40.labels()) + " nor a Liberty file of standard cells");
        }
        return standardCells(file);
    }

    private static Target ice40(Ice40 device, boolean guessed) {
        return new Target(
                (guessed ? "the device " + device.label() + " and the objective" : "the objective")
                        + ": the fewest logic cells, the clock not slower",
                "  device   = \"" + device.label() + "\"\n"
                        + "  recipes  = [\"-abc2\", \"-abc2 -dff\", \"-abc9\", \"-abc9 -dff\", \"-nocarry -abc9\"]\n",
                "logic-cells",
                "",
                Map.of());
    }

    private static Target standardCells(Path file) throws DraftException {
        try {
            var cells = StandardCells.read(file);
            String name = file.getFileName().toString();
            return new Target(
                    "the objective: the least area of the cells of " + name
                            + "; nothing is placed, so no clock frequency is held",
                    "  device   = \"" + StandardCells.LABEL + "\"\n  liberty  = \"" + name + "\"\n"
                            + "  recipes  = [\"\", \"-flatten\", \"-flatten -share\", \"-flatten -nofsm\"]\n",
                    "area",
                    "\n[accept]\nminimum-gain = 0.001   # areas are exact\n",
                    Map.of(name, cells.library().text()));
        } catch (LibertyProblem e) {
            throw new DraftException(String.valueOf(e.getMessage()));
        }
    }
}
