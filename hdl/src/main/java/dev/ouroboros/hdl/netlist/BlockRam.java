package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.CircuitStep.OfGate;
import dev.ouroboros.hdl.netlist.Netlist.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The iCE40's block RAM, 256 rows of 16 bits, as registers and gates: a register for each stored bit that can be both read and
 * written, and one for each bit at the output (Lattice, "Memory Usage Guide for iCE40 Devices", FPGA-TN-02002; Yosys'
 * {@code cells_sim.v} says the same). In a narrower mode n a row holds 2ⁿ words, their bits interleaved: which of them is meant is
 * told by the address bits above the row's. A read at the edge of a write gives what was stored before it; what an output shows
 * before the first read is undefined, and so is a pin that nothing is connected to.
 */
final class BlockRam {
    private static final Pattern TYPE = Pattern.compile("SB_RAM40_4K(NR)?(NW)?");
    private static final int WIDTH = 16;
    private static final int ROW_BITS = 8;

    /** By mode: at which of the bits that share a pin that pin is. */
    private static final int[] PLACE = {0, 0, 1, 3};

    private final Cell cell;
    private final IntUnaryOperator defined;
    private final IntSupplier fresh;
    private final IntPredicate used;
    private final int readMode;
    private final int writeMode;
    private final List<Register> registers = new ArrayList<>();
    private final List<OfGate> gates = new ArrayList<>();
    private final Map<String, Integer> pins = new HashMap<>();
    private final Map<Integer, Integer> writes = new HashMap<>();

    private BlockRam(Cell cell, IntUnaryOperator defined, IntSupplier fresh, IntPredicate used) throws DesignProblem {
        this.cell = cell;
        this.defined = defined;
        this.fresh = fresh;
        this.used = used;
        this.readMode = mode("READ_MODE");
        this.writeMode = mode("WRITE_MODE");
    }

    /** What such a cell is made of. */
    record Parts(List<Register> registers, List<OfGate> gates) {}

    /**
     * Takes a cell apart; null if it is no block RAM.
     *
     * @param defined gives an undefined bit a net of its own
     * @param fresh makes a net
     * @param used whether anything reads a net
     * @throws DesignProblem if its contents are in another file
     */
    static @Nullable Parts parts(Cell cell, IntUnaryOperator defined, IntSupplier fresh, IntPredicate used)
            throws DesignProblem {
        return TYPE.matcher(cell.type()).matches() ? new BlockRam(cell, defined, fresh, used).parts() : null;
    }

    private int mode(String parameter) throws DesignProblem {
        String digits = cell.parameters().getOrDefault(parameter, "0");
        boolean inAFile = !cell.parameters().getOrDefault("INIT_FILE", "").isBlank();
        if (inAFile || !digits.matches("0*[01]{1,2}")) {
            throw new DesignProblem(Unsupported.describe(cell));
        }
        return Integer.parseInt(digits, 2);
    }

    private Parts parts() {
        int shared = 1 << readMode;
        for (int pin = 0; pin < WIDTH; pin++) {
            int output = raw("RDATA", pin);
            if (!Netlist.isNet(output) || !used.test(output)) {
                continue;
            }
            int first = pin - PLACE[readMode];
            boolean shows = first % shared == 0;
            List<Integer> bits = shows
                    ? IntStream.range(first, first + shared)
                            .mapToObj(this::read)
                            .toList()
                    : List.of();
            gates.add(new OfGate(bits, output, new AnyOf()));
        }
        return new Parts(registers, gates);
    }

    /** Returns what the register of one bit at the output shows. */
    private int read(int bit) {
        var inputs = new ArrayList<Integer>();
        var rows = List.of(0);
        for (int i = 0; i < ROW_BITS; i++) {
            int net = pin("RADDR", i);
            int place = 1 << i;
            if (net == Netlist.ONE) {
                rows = rows.stream().map(row -> row | place).toList();
            } else if (net != Netlist.ZERO) {
                inputs.add(net);
                rows = IntStream.range(0, 2 * rows.size())
                        .mapToObj(new Doubled(rows, place)::row)
                        .toList();
            }
        }
        int addressed = inputs.size();
        rows.forEach(row -> inputs.add(stored(row, bit)));
        int row = gate(inputs, new Selected(addressed));
        var wanted = new Conjunction().and(row, true).lane("RADDR", readMode, bit);
        var enable = new Conjunction().and(pin("RE", 0), true).and(pin("RCLKE", 0), true);
        return register("read bit " + bit, wanted.net(), "RCLK", enable.net(), null);
    }

    private record Doubled(List<Integer> rows, int place) {
        int row(int i) {
            return rows.get(i % rows.size()) | (i < rows.size() ? 0 : place);
        }
    }

    /** Returns what one stored bit shows: a constant if nothing can write it. */
    private int stored(int row, int bit) {
        Boolean initial = initial(row, bit);
        var write = new Conjunction().and(writes.computeIfAbsent(row, this::write), true);
        if (writeMode == 0) {
            write.and(pin("MASK", bit), false);
        } else {
            write.lane("WADDR", writeMode, bit);
        }
        if (write.never()) {
            return initial == null ? defined.applyAsInt(Netlist.UNDEFINED) : initial ? Netlist.ONE : Netlist.ZERO;
        }
        int shared = 1 << writeMode;
        int data = pin("WDATA", bit / shared * shared + PLACE[writeMode]);
        return register("row " + row + " bit " + bit, data, "WCLK", write.net(), initial);
    }

    private int write(int row) {
        var write = new Conjunction().and(pin("WE", 0), true).and(pin("WCLKE", 0), true);
        for (int i = 0; i < ROW_BITS; i++) {
            write.and(pin("WADDR", i), ((row >> i) & 1) == 1);
        }
        return write.never() ? Netlist.ZERO : write.net();
    }

    private @Nullable Boolean initial(int row, int bit) {
        String name = "INIT_" + Integer.toHexString(row / WIDTH).toUpperCase(Locale.ROOT);
        String digits = cell.parameters().getOrDefault(name, "");
        int at = digits.length() - 1 - (WIDTH * (row % WIDTH) + bit);
        char digit = at < 0 ? 'x' : digits.charAt(at);
        return switch (digit) {
            case '0' -> false;
            case '1' -> true;
            default -> null;
        };
    }

    private int register(String what, int d, String clock, int enable, @Nullable Boolean poweredUp) {
        Matcher type = TYPE.matcher(cell.type());
        boolean rising = type.matches() && type.group(clock.equals("RCLK") ? 1 : 2) == null;
        int q = fresh.getAsInt();
        registers.add(new Register(
                cell.name() + " " + what,
                q,
                d,
                cell.bit(rising ? clock : clock + "N"),
                rising,
                enable,
                Netlist.ZERO,
                false,
                false,
                false,
                poweredUp));
        return q;
    }

    private int gate(List<Integer> inputs, GateFunction function) {
        int output = fresh.getAsInt();
        gates.add(new OfGate(inputs, output, function));
        return output;
    }

    private int raw(String name, int i) {
        List<Integer> bits = cell.pins().getOrDefault(name, List.of());
        return i < bits.size() ? bits.get(i) : Netlist.UNDEFINED;
    }

    /** Returns an input, always the same net for the same pin. */
    private int pin(String name, int i) {
        return pins.computeIfAbsent(name + i, _ -> defined.applyAsInt(raw(name, i)));
    }

    /** Nets that must all have certain values. */
    private final class Conjunction {
        private final List<Integer> nets = new ArrayList<>();
        private final List<Boolean> values = new ArrayList<>();

        Conjunction and(int net, boolean value) {
            nets.add(net);
            values.add(value);
            return this;
        }

        /** The word within a row that a bit belongs to. */
        Conjunction lane(String address, int mode, int bit) {
            for (int i = 0; i < mode; i++) {
                and(pin(address, ROW_BITS + i), ((bit >> i) & 1) == 1);
            }
            return this;
        }

        boolean never() {
            return IntStream.range(0, nets.size())
                    .anyMatch(i -> nets.get(i) == (values.get(i) ? Netlist.ZERO : Netlist.ONE));
        }

        int net() {
            return gate(nets, new AllOf(List.copyOf(values)));
        }
    }

    private record AllOf(List<Boolean> values) implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            V all = logic.constant(true);
            for (int i = 0; i < in.size(); i++) {
                all = logic.and(all, values.get(i) ? in.get(i) : logic.not(in.get(i)));
            }
            return all;
        }
    }

    private record AnyOf() implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            V any = logic.constant(false);
            for (V each : in) {
                any = logic.or(any, each);
            }
            return any;
        }
    }

    /** The first inputs are the address of one of the others, least significant bit first. */
    private record Selected(int addressed) implements GateFunction {
        @Override
        public <V> V apply(Logic<V> logic, List<V> in) {
            return at(logic, in, addressed - 1, addressed);
        }

        private <V> V at(Logic<V> logic, List<V> in, int input, int from) {
            return input < 0
                    ? in.get(from)
                    : logic.mux(
                            in.get(input),
                            at(logic, in, input - 1, from),
                            at(logic, in, input - 1, from + (1 << input)));
        }
    }
}
