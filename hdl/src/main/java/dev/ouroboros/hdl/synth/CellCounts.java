package dev.ouroboros.hdl.synth;

import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.netlist.Netlist;
import dev.ouroboros.hdl.netlist.Netlist.Cell;
import dev.ouroboros.hdl.netlist.NetlistReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a synthesized netlist consists of.
 *
 * @param luts SB_LUT4, before they are packed into logic cells
 * @param flipFlops SB_DFF of any kind
 * @param carries SB_CARRY
 * @param brams SB_RAM40_4K of any kind
 * @param multipliers SB_MAC16
 * @param depth most LUTs on a way from a register or input to a register or output; carries do not count
 * @param delay an estimate, in nanoseconds on the fastest family, of the longest way from register to register; 0 without one
 */
public record CellCounts(int luts, int flipFlops, int carries, int brams, int multipliers, int depth, double delay) {

    /**
     * Counts a netlist.
     *
     * @throws DesignProblem if it cannot be read
     */
    public static CellCounts of(String json, String top) throws DesignProblem {
        Netlist netlist = NetlistReader.read(json, top);
        return new CellCounts(
                count(netlist, "SB_LUT4"),
                count(netlist, "SB_DFF"),
                count(netlist, "SB_CARRY"),
                count(netlist, "SB_RAM40"),
                count(netlist, "SB_MAC16"),
                new Depths(netlist).most(),
                new Delays(netlist).most());
    }

    /** Returns a smaller number for a smaller design: cells that hold a LUT, a flip-flop or both, at least. */
    int size() {
        return Math.max(luts, flipFlops) + carries / 8 + 100 * (brams + multipliers);
    }

    private static int count(Netlist netlist, String prefix) {
        return (int) netlist.cells().stream()
                .filter(cell -> cell.type().startsWith(prefix))
                .count();
    }

    /** Levels of LUTs; the netlist has no loops, for its source was checked. */
    private static final class Depths {
        private final Map<Integer, Cell> drivers = new HashMap<>();
        private final Map<Integer, Integer> levels = new HashMap<>();
        private final List<Integer> ends = new ArrayList<>();

        Depths(Netlist netlist) {
            netlist.ports().forEach(port -> ends.addAll(port.bits()));
            for (Cell cell : netlist.cells()) {
                boolean logic = cell.type().equals("SB_LUT4") || cell.type().equals("SB_CARRY");
                cell.pins().forEach((pin, bits) -> {
                    if (!cell.outputs().contains(pin)) {
                        ends.addAll(logic ? List.of() : bits);
                    } else if (logic) {
                        bits.forEach(bit -> drivers.put(bit, cell));
                    }
                });
            }
        }

        int most() {
            return ends.stream().mapToInt(this::level).max().orElse(0);
        }

        private int level(int bit) {
            Cell driver = drivers.get(bit);
            Integer known = levels.get(bit);
            if (known != null || driver == null) {
                return known == null ? 0 : known;
            }
            int deepest = 0;
            for (var pin : driver.pins().entrySet()) {
                if (!driver.outputs().contains(pin.getKey())) {
                    for (int input : pin.getValue()) {
                        deepest = Math.max(deepest, level(input));
                    }
                }
            }
            int level = deepest + (driver.type().equals("SB_LUT4") ? 1 : 0);
            levels.put(bit, level);
            return level;
        }
    }
}
