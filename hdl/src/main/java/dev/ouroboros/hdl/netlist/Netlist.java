package dev.ouroboros.hdl.netlist;

import java.util.List;
import java.util.Map;

/**
 * One flat module, as Yosys' JSON describes it. A bit of a signal is a number: 0 and 1 are the constants, {@link #UNDEFINED}
 * is x or z, and everything above 1 names a net.
 *
 * @param top name of the module
 * @param ports in the order of the module's header
 * @param cells in the order of the file
 * @param initial the initial values that registers were declared with, by net
 * @param names a name of each net that has one, for people
 */
public record Netlist(
        String top, List<Port> ports, List<Cell> cells, Map<Integer, Boolean> initial, Map<Integer, String> names) {
    public static final int ZERO = 0;
    public static final int ONE = 1;
    public static final int UNDEFINED = -1;

    public Netlist {
        ports = List.copyOf(ports);
        cells = List.copyOf(cells);
        initial = Map.copyOf(initial);
        names = Map.copyOf(names);
    }

    /**
     * A port of the module.
     *
     * @param bits least significant first
     */
    public record Port(String name, Direction direction, List<Integer> bits) {
        public Port {
            bits = List.copyOf(bits);
        }
    }

    /** Which way a port goes. */
    public enum Direction {
        INPUT,
        OUTPUT,
        INOUT
    }

    /**
     * An instance.
     *
     * @param pins port of the cell to the bits connected to it, least significant first
     * @param outputs the pins that drive; what is not among them is read
     * @param parameters as Yosys writes them, binary digits mostly
     * @param source where it comes from, {@code file:line.column-line.column}; empty if unknown
     */
    public record Cell(
            String name,
            String type,
            Map<String, List<Integer>> pins,
            List<String> outputs,
            Map<String, String> parameters,
            String source) {
        public Cell {
            pins = Map.copyOf(pins);
            outputs = List.copyOf(outputs);
            parameters = Map.copyOf(parameters);
        }

        /** Returns the one bit at a pin, undefined if nothing is connected. */
        public int bit(String pin) {
            List<Integer> bits = pins.get(pin);
            return bits == null || bits.isEmpty() ? UNDEFINED : bits.getFirst();
        }

        /** Returns how people find it. */
        public String describe() {
            return source.isEmpty() ? name + " (" + type + ")" : source + " (" + type + ")";
        }
    }

    /** Returns whether a bit is a net and no constant. */
    public static boolean isNet(int bit) {
        return bit > ONE;
    }

    /** Returns the name of a net for people. */
    public String nameOf(int net) {
        return names.getOrDefault(net, "an unnamed net");
    }
}
