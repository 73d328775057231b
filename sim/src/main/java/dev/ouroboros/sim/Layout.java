package dev.ouroboros.sim;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import dev.ouroboros.hdl.proof.Ternary;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the ports of a design lie in words of 32 bits, one after the other: each port begins a new word, least significant
 * bits first.
 *
 * @param clock which edge of the clock counts
 * @param inputs without the clock
 */
record Layout(Clock clock, List<Slot> inputs, List<Slot> outputs) {
    Layout {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** When registers change. */
    enum Clock {
        NONE,
        RISING,
        FALLING
    }

    /**
     * Where one port lies.
     *
     * @param width in bits, at least 1
     * @param first its first word
     */
    record Slot(String name, int width, int first) {
        /** Returns how many words it takes. */
        int words() {
            return (width + Integer.SIZE - 1) / Integer.SIZE;
        }

        /** Returns how many bits of it lie in one of its words, counted from 0. */
        int bitsIn(int word) {
            return Math.min(Integer.SIZE, width - word * Integer.SIZE);
        }

        /** Returns its bits in a frame, least significant first. */
        List<Ternary> bits(int[] frame) {
            return IntStream.range(0, width)
                    .mapToObj(bit -> Ternary.of((frame[first + bit / Integer.SIZE] >>> bit & 1) == 1))
                    .toList();
        }

        /** Puts a value that is not negative and no wider than the port. */
        void put(BigInteger value, int[] frame) {
            for (int word = 0; word < words(); word++) {
                frame[first + word] = value.shiftRight(word * Integer.SIZE).intValue();
            }
        }
    }

    /** Returns that of a design's ports. */
    static Layout of(Circuit circuit, boolean clocked) {
        boolean falling = circuit.registers().stream().anyMatch(register -> !register.rising());
        Clock clock = !clocked ? Clock.NONE : falling ? Clock.FALLING : Clock.RISING;
        return new Layout(clock, slots(circuit.inputs()), slots(circuit.outputs()));
    }

    int inputWords() {
        return words(inputs);
    }

    int outputWords() {
        return words(outputs);
    }

    private static List<Slot> slots(List<Port> ports) {
        var slots = new ArrayList<Slot>();
        for (Port port : ports) {
            slots.add(new Slot(port.name(), port.bits().size(), words(slots)));
        }
        return slots;
    }

    private static int words(List<Slot> slots) {
        return slots.isEmpty() ? 0 : slots.getLast().first() + slots.getLast().words();
    }
}
