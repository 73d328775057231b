package dev.ouroboros.hdl.task;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The iCE40 devices that designs can be fitted to, with what they hold (Lattice FPGA-DS-02029 and FPGA-DS-02008). */
public enum Ice40 implements Device {
    HX1K("hx", "tq144", 1280, 16, 0, 96),
    HX4K("hx", "tq144", 3520, 20, 0, 107),
    HX8K("hx", "ct256", 7680, 32, 0, 206),
    LP1K("lp", "qn84", 1280, 16, 0, 67),
    LP8K("lp", "cm225", 7680, 32, 0, 178),
    UP5K("u", "sg48", 5280, 30, 8, 39);

    private final String family;
    private final String pinPackage;
    private final int logicCells;
    private final int blockRams;
    private final int multipliers;
    private final int pins;

    Ice40(String family, String pinPackage, int logicCells, int blockRams, int multipliers, int pins) {
        this.family = family;
        this.pinPackage = pinPackage;
        this.logicCells = logicCells;
        this.blockRams = blockRams;
        this.multipliers = multipliers;
        this.pins = pins;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what {@code synth_ice40 -device} calls its speed family. */
    public String family() {
        return family;
    }

    /** Returns the package that places have pins for. */
    public String pinPackage() {
        return pinPackage;
    }

    public int logicCells() {
        return logicCells;
    }

    public int blockRams() {
        return blockRams;
    }

    /** Returns how many hard multipliers (SB_MAC16) it has. */
    public int multipliers() {
        return multipliers;
    }

    /** Returns how many inputs and outputs the package has. */
    public int pins() {
        return pins;
    }

    /** Returns the names of all. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Ice40::label).toList();
    }

    /** Returns the device of that name, or null. */
    public static @Nullable Ice40 named(String label) {
        return Arrays.stream(values())
                .filter(device -> device.label().equals(label))
                .findFirst()
                .orElse(null);
    }
}
