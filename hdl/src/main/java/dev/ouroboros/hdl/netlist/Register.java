package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.Netlist.Cell;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A flip-flop of one bit. Its pins are bits of the netlist.
 *
 * @param q the net it drives
 * @param rising which edge of the clock it takes
 * @param enable 1 to load; {@link Netlist#ONE} if it always loads
 * @param reset 1 to set {@code resetValue}; {@link Netlist#ZERO} if it has none
 * @param asynchronous whether the reset shows at once
 * @param enableGuardsReset whether a synchronous reset needs the enable too
 * @param poweredUp what it holds when power comes, null if anything
 */
public record Register(
        String name,
        int q,
        int d,
        int clock,
        boolean rising,
        int enable,
        int reset,
        boolean resetValue,
        boolean asynchronous,
        boolean enableGuardsReset,
        @Nullable Boolean poweredUp) {

    private static final Pattern PLAIN = Pattern.compile("\\$_DFF_([PN])_");

    /** Lattice, iCE Technology Library 3.0, section "Register Primitives": the suffixes of SB_DFF. */
    private static final Pattern ICE40 = Pattern.compile("SB_DFF(N?)(E?)(|R|S|SR|SS)");

    /** Returns the register that a cell is, or null if it is none. */
    static @Nullable Register of(Cell cell, Netlist netlist) {
        Matcher plain = PLAIN.matcher(cell.type());
        if (plain.matches()) {
            int q = cell.bit("Q");
            return new Register(
                    cell.name(),
                    q,
                    cell.bit("D"),
                    cell.bit("C"),
                    plain.group(1).equals("P"),
                    Netlist.ONE,
                    Netlist.ZERO,
                    false,
                    false,
                    false,
                    netlist.initial().get(q));
        }
        Matcher ice40 = ICE40.matcher(cell.type());
        return ice40.matches() ? ice40(cell, ice40) : null;
    }

    private static Register ice40(Cell cell, Matcher type) {
        String kind = type.group(3);
        boolean enabled = !type.group(2).isEmpty();
        return new Register(
                cell.name(),
                cell.bit("Q"),
                cell.bit("D"),
                cell.bit("C"),
                type.group(1).isEmpty(),
                enabled ? cell.bit("E") : Netlist.ONE,
                switch (kind) {
                    case "" -> Netlist.ZERO;
                    case "R", "SR" -> cell.bit("R");
                    default -> cell.bit("S");
                },
                kind.equals("S") || kind.equals("SS"),
                kind.length() == 1,
                enabled && kind.length() == 2,
                false);
    }

    /** The same with other inputs. */
    Register withInputs(int otherD, int otherEnable, int otherReset) {
        return new Register(
                name,
                q,
                otherD,
                clock,
                rising,
                otherEnable,
                otherReset,
                resetValue,
                asynchronous,
                enableGuardsReset,
                poweredUp);
    }

    /** Returns what the net {@code q} shows when the flip-flop holds {@code held}. */
    <V> V output(Logic<V> logic, V held, V reset) {
        return asynchronous ? logic.mux(reset, held, logic.constant(resetValue)) : held;
    }

    /** Returns what it holds after the next edge. */
    <V> V next(Logic<V> logic, V shown, V d, V enable, V reset) {
        V value = logic.constant(resetValue);
        return enableGuardsReset
                ? logic.mux(enable, shown, logic.mux(reset, d, value))
                : logic.mux(reset, logic.mux(enable, shown, d), value);
    }
}
