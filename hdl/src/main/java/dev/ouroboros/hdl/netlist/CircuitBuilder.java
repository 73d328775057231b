package dev.ouroboros.hdl.netlist;

import dev.ouroboros.hdl.netlist.CircuitStep.OfGate;
import dev.ouroboros.hdl.netlist.CircuitStep.OfRegister;
import dev.ouroboros.hdl.netlist.Netlist.Cell;
import dev.ouroboros.hdl.netlist.Netlist.Direction;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a machine of a netlist of gates, or says why it is none: a loop, a latch, a second clock, a black box. */
public final class CircuitBuilder {
    private final Netlist netlist;
    private final @Nullable String clock;
    private final List<Register> registers = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final Map<Integer, CircuitStep> drivers = new HashMap<>();
    private final Map<Integer, String> described = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();

    private int fresh;

    private CircuitBuilder(Netlist netlist, @Nullable String clock) {
        this.netlist = netlist;
        this.clock = clock;
        this.fresh = 1 + Math.max(Netlist.ONE, highest(netlist));
    }

    /**
     * Returns the machine.
     *
     * @param clock the one clock's port; null if there must be no state
     * @throws DesignProblem saying what and where
     */
    public static Circuit build(Netlist netlist, @Nullable String clock) throws DesignProblem {
        return new CircuitBuilder(netlist, clock).build();
    }

    private Circuit build() throws DesignProblem {
        int clockNet = clockNet();
        ports(Direction.OUTPUT).forEach(port -> used.addAll(port.bits()));
        for (Cell cell : netlist.cells()) {
            cell.pins().forEach((pin, bits) -> used.addAll(cell.outputs().contains(pin) ? List.of() : bits));
        }
        for (Cell cell : netlist.cells()) {
            place(cell, clockNet);
        }
        var ready = new HashSet<Integer>();
        ports(Direction.INPUT).forEach(port -> ready.addAll(port.bits()));
        List<Port> outputs = ports(Direction.OUTPUT).stream()
                .map(port -> new Port(
                        port.name(),
                        port.direction(),
                        port.bits().stream().map(this::defined).toList()))
                .toList();
        registers.stream().filter(register -> !register.asynchronous()).forEach(register -> ready.add(register.q()));
        ready.addAll(free);
        ready.remove(clockNet);
        var steps = new Order(ready, clockNet).steps(outputs);
        return new Circuit(
                netlist.top(),
                ports(Direction.INPUT).stream()
                        .filter(port -> !port.name().equals(clock))
                        .toList(),
                outputs,
                free,
                registers,
                steps);
    }

    private int clockNet() throws DesignProblem {
        if (clock == null) {
            return Netlist.UNDEFINED;
        }
        for (Port port : netlist.ports()) {
            if (port.name().equals(clock)) {
                if (port.direction() != Direction.INPUT || port.bits().size() != 1) {
                    throw new DesignProblem("the clock " + clock + " is no input of one bit");
                }
                return port.bits().getFirst();
            }
        }
        throw new DesignProblem(
                "module " + netlist.top() + " has no port " + clock + ", which the task calls the clock");
    }

    private void place(Cell cell, int clockNet) throws DesignProblem {
        if (cell.type().equals("$anyseq")) {
            free.addAll(cell.pins().getOrDefault("Y", List.of()));
            return;
        }
        Register register = Register.of(cell, netlist);
        OfGate gate = register == null ? Gates.of(cell) : null;
        BlockRam.Parts ram = BlockRam.parts(cell, this::defined, () -> fresh++, used::contains);
        if (register != null) {
            place(cell, register, clockNet);
        } else if (gate != null) {
            place(cell, gate);
        } else if (ram != null) {
            for (Register each : ram.registers()) {
                place(cell, each, clockNet);
            }
            ram.gates().forEach(each -> place(cell, each));
        } else {
            placeWords(cell);
        }
    }

    private void place(Cell cell, Register register, int clockNet) throws DesignProblem {
        checkClock(cell, register, clockNet);
        if (register.asynchronous()) {
            drivers.put(register.q(), new OfRegister(registers.size(), register));
        }
        registers.add(
                register.withInputs(defined(register.d()), defined(register.enable()), defined(register.reset())));
        described.put(register.q(), cell.describe());
    }

    private void place(Cell cell, OfGate gate) {
        drivers.put(
                gate.output(),
                new OfGate(gate.inputs().stream().map(this::defined).toList(), gate.output(), gate.function()));
        described.put(gate.output(), cell.describe());
    }

    private void placeWords(Cell cell) throws DesignProblem {
        List<CircuitStep> steps = new Words(cell, this::defined, () -> fresh++).steps();
        if (steps.isEmpty()) {
            throw new DesignProblem(Unsupported.describe(cell));
        }
        for (CircuitStep step : steps) {
            for (int bit : step.drives()) {
                drivers.put(bit, step);
                described.put(bit, cell.describe());
            }
        }
    }

    /** Gives each undefined bit that is read a net of its own. */
    private int defined(int bit) {
        if (bit != Netlist.UNDEFINED) {
            return bit;
        }
        free.add(fresh);
        return fresh++;
    }

    private List<Port> ports(Direction direction) {
        return netlist.ports().stream()
                .filter(port -> port.direction() == direction)
                .sorted(Comparator.comparing(Port::name))
                .toList();
    }

    private void checkClock(Cell cell, Register register, int clockNet) throws DesignProblem {
        if (clock == null) {
            throw new DesignProblem("the contract is combinational, but there is a register: " + cell.describe());
        }
        if (register.clock() != clockNet) {
            throw new DesignProblem("a register has another clock than " + clock + ": " + cell.describe()
                    + " is clocked by " + netlist.nameOf(register.clock())
                    + "\nExpected one clock, not gated. Maybe use an enable.");
        }
        if (!registers.isEmpty() && registers.getFirst().rising() != register.rising()) {
            throw new DesignProblem("registers take both edges of the clock: " + cell.describe());
        }
    }

    private static int highest(Netlist netlist) {
        int ports = netlist.ports().stream()
                .flatMap(port -> port.bits().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int cells = netlist.cells().stream()
                .flatMap(cell -> cell.pins().values().stream())
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        return Math.max(ports, cells);
    }

    /** A depth-first walk from what is needed to what it needs. */
    private final class Order {
        private final Set<Integer> ready;
        private final int clockNet;
        private final Set<Integer> open = new HashSet<>();
        private final List<CircuitStep> steps = new ArrayList<>();

        Order(Set<Integer> ready, int clockNet) {
            this.ready = ready;
            this.clockNet = clockNet;
        }

        List<CircuitStep> steps(List<Port> outputs) throws DesignProblem {
            for (Port port : outputs) {
                for (int bit : port.bits()) {
                    need(bit);
                }
            }
            for (Register register : registers) {
                for (int bit : List.of(register.d(), register.enable(), register.reset(), register.q())) {
                    need(bit);
                }
            }
            return steps;
        }

        private void need(int goal) throws DesignProblem {
            Deque<Integer> stack = new ArrayDeque<>(List.of(goal));
            while (!stack.isEmpty()) {
                int bit = stack.peek();
                if (!Netlist.isNet(bit) || ready.contains(bit)) {
                    stack.pop();
                    open.remove(bit);
                    continue;
                }
                CircuitStep step = driver(bit);
                List<Integer> missing = step.needs().stream()
                        .filter(input -> Netlist.isNet(input) && !ready.contains(input))
                        .toList();
                if (missing.isEmpty()) {
                    steps.add(step);
                    ready.addAll(step.drives());
                } else if (!open.add(bit)) {
                    throw new DesignProblem(
                            "a combinational loop through " + netlist.nameOf(bit) + " at " + described.get(bit));
                } else {
                    missing.forEach(stack::push);
                }
            }
        }

        private CircuitStep driver(int bit) throws DesignProblem {
            CircuitStep step = drivers.get(bit);
            if (step == null) {
                throw new DesignProblem(
                        bit == clockNet
                                ? "the clock " + clock + " is used as a value"
                                : "nothing drives the net " + netlist.nameOf(bit));
            }
            return step;
        }
    }
}
