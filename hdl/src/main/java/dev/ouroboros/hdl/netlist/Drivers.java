package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.Netlist.Cell;
import dev.ouroboros.hdl.netlist.Netlist.Direction;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what drives each net. Two assignments to one net simulate as one value and synthesize as another, and Yosys says
 * nothing: it joins the nets, so that two inputs become one, or an input or a cell's output becomes a constant.
 */
public final class Drivers {
    private final Netlist netlist;
    private final Map<Integer, String> drivers = new HashMap<>();

    private Drivers(Netlist netlist) {
        this.netlist = netlist;
    }

    /**
     * Checks a design before anything of it was optimized away or modelled by something else, as latches are.
     *
     * @throws DesignProblem naming the net and both drivers, or the latch
     */
    public static void check(Netlist netlist) throws DesignProblem {
        var count = new Drivers(netlist);
        for (Port port : netlist.ports()) {
            if (port.direction() == Direction.INOUT) {
                throw new DesignProblem("port " + port.name() + " is an inout; expected inputs and outputs only");
            }
            if (port.direction() == Direction.INPUT) {
                for (int bit : port.bits()) {
                    count.drive(bit, "input " + port.name());
                }
            }
        }
        for (Cell cell : netlist.cells()) {
            if (Unsupported.isLatch(cell)) {
                throw new DesignProblem(Unsupported.describe(cell));
            }
            for (String pin : cell.outputs()) {
                for (int bit : cell.pins().getOrDefault(pin, List.of())) {
                    count.drive(bit, cell.describe());
                }
            }
        }
    }

    private void drive(int bit, String driver) throws DesignProblem {
        if (!Netlist.isNet(bit)) {
            throw new DesignProblem("two drivers for one net: " + driver + " and a constant");
        }
        String other = drivers.put(bit, driver);
        if (other != null) {
            throw new DesignProblem("two drivers for the net " + netlist.nameOf(bit) + ": " + other + " and " + driver);
        }
    }
}
