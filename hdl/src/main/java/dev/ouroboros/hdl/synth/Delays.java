package dev.ouroboros.hdl.synth;

import dev.ouroboros.hdl.netlist.Netlist;
import dev.ouroboros.hdl.netlist.Netlist.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Guesses the longest way from register to register before anything is placed, to choose between recipes: what decides is
 * measured on placements. Times are of the iCE40 HX family as project IceStorm publishes them, with a middling wire before
 * each cell that does not stand right above its neighbour; the netlist has no loops, for its source was checked.
 */
final class Delays {
    private static final double WIRE = 0.85;
    private static final double LUT = 0.40;
    private static final double INTO_CHAIN = 0.26;
    private static final double ALONG_CHAIN = 0.14;
    private static final double OUT_OF_CHAIN = 0.60;
    private static final double UNREACHED = Double.NEGATIVE_INFINITY;

    private final Map<Integer, Cell> drivers = new HashMap<>();
    private final Map<Integer, Double> arrivals = new HashMap<>();
    private final List<Integer> ends = new ArrayList<>();

    Delays(Netlist netlist) {
        for (Cell cell : netlist.cells()) {
            boolean logic = cell.type().equals("SB_LUT4") || isCarry(cell);
            cell.pins().forEach((pin, bits) -> {
                boolean output = cell.outputs().contains(pin);
                if (logic && output) {
                    bits.forEach(bit -> drivers.put(bit, cell));
                } else if (!logic && output) {
                    bits.forEach(bit -> arrivals.put(bit, 0.0));
                } else if (!logic) {
                    ends.addAll(bits);
                }
            });
        }
    }

    double most() {
        return Math.max(
                0, ends.stream().mapToDouble(bit -> arrival(bit) + WIRE).max().orElse(0));
    }

    private double arrival(int bit) {
        Double known = arrivals.get(bit);
        if (known != null) {
            return known;
        }
        Cell driver = drivers.get(bit);
        if (driver == null) {
            return UNREACHED;
        }
        double latest = UNREACHED;
        for (var pin : driver.pins().entrySet()) {
            if (!driver.outputs().contains(pin.getKey())) {
                for (int input : pin.getValue()) {
                    latest = Math.max(latest, arrival(input) + step(driver, input));
                }
            }
        }
        arrivals.put(bit, latest);
        return latest;
    }

    private double step(Cell to, int input) {
        Cell from = drivers.get(input);
        boolean chained = from != null && isCarry(from);
        if (isCarry(to)) {
            return chained ? ALONG_CHAIN : WIRE + INTO_CHAIN;
        }
        return chained ? OUT_OF_CHAIN : WIRE + LUT;
    }

    private static boolean isCarry(Cell cell) {
        return cell.type().equals("SB_CARRY");
    }
}
