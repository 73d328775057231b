package dev.ouroboros.hdl.synth;

import dev.ouroboros.hdl.netlist.Netlist;
import dev.ouroboros.hdl.netlist.Netlist.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Levels of cells; the netlist has no loops, for its source was checked. */
final class Depths {
    private final Map<Integer, Cell> drivers = new HashMap<>();
    private final Map<Integer, Integer> levels = new HashMap<>();
    private final List<Integer> ends = new ArrayList<>();
    private final Predicate<Cell> counted;

    private Depths(Netlist netlist, Predicate<Cell> logic, Predicate<Cell> counted) {
        this.counted = counted;
        netlist.ports().forEach(port -> ends.addAll(port.bits()));
        for (Cell cell : netlist.cells()) {
            cell.pins().forEach((pin, bits) -> {
                if (!cell.outputs().contains(pin)) {
                    ends.addAll(logic.test(cell) ? List.of() : bits);
                } else if (logic.test(cell)) {
                    bits.forEach(bit -> drivers.put(bit, cell));
                }
            });
        }
    }

    /**
     * Returns the most counted cells on a way from a register or input to a register or output.
     *
     * @param logic cells that ways lead through
     * @param counted those of them that make a way longer
     */
    static int most(Netlist netlist, Predicate<Cell> logic, Predicate<Cell> counted) {
        var depths = new Depths(netlist, logic, counted);
        return depths.ends.stream().mapToInt(depths::level).max().orElse(0);
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
        int level = deepest + (counted.test(driver) ? 1 : 0);
        levels.put(bit, level);
        return level;
    }
}
