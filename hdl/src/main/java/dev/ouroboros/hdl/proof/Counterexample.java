package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Netlist.Port;
import java.util.List;

/**
 * A run in which two designs differ.
 *
 * @param signals what was watched, inputs first
 * @param cycles of each clock cycle the value of each signal, binary digits with {@code x} where undefined
 * @param resetCycles how many of the first cycles only reset the designs
 * @param mismatch the signal of the candidate that is wrong in the last cycle
 * @param complaint what is wrong with it, after its name
 */
public record Counterexample(
        List<Signal> signals, List<List<String>> cycles, int resetCycles, Signal mismatch, String complaint) {
    private static final String WRONG = "is wrong in the last cycle";

    /** One in which the value of a signal is wrong. */
    public Counterexample(List<Signal> signals, List<List<String>> cycles, int resetCycles, Signal mismatch) {
        this(signals, cycles, resetCycles, mismatch, WRONG);
    }

    public Counterexample {
        signals = List.copyOf(signals);
        cycles = cycles.stream().map(List::copyOf).toList();
    }

    /** Whose signal it is. */
    public enum Side {
        BOTH,
        SEED,
        CANDIDATE
    }

    /** A port of one or both designs. */
    public record Signal(Side side, String name, int width) {
        /** Returns that of a port. */
        public static Signal of(Side side, Port port) {
            return new Signal(side, port.name(), port.bits().size());
        }

        /** Returns how it is called in texts and waveforms. */
        public String label() {
            return switch (side) {
                case BOTH -> name;
                case SEED -> "seed." + name;
                case CANDIDATE -> "candidate." + name;
            };
        }
    }
}
