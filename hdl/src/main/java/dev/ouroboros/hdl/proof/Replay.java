package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import dev.ouroboros.hdl.netlist.Register;
import dev.ouroboros.hdl.proof.Counterexample.Side;
import dev.ouroboros.hdl.proof.Counterexample.Signal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs both designs, gate by gate, on what an engine says makes them differ. */
final class Replay {
    private final Obligation obligation;
    private final Product product;
    private final InputValues values;
    private final List<List<String>> shown = new ArrayList<>();
    private final List<List<List<Ternary>>> expected = new ArrayList<>();
    private List<Ternary> seedState;
    private List<Ternary> candidateState;

    private Replay(Obligation obligation, Product product, BitSet first) {
        this.obligation = obligation;
        this.product = product;
        this.values = new InputValues(product.aig());
        boolean initial = values.of(List.of(product.powerUp().initial()), first).contains(Ternary.ONE);
        List<Ternary> anything = values.of(product.powerUp().anything(), first);
        this.seedState = obligation.seed().registers().stream()
                .map(register -> start(register, initial, Ternary.UNDEFINED))
                .toList();
        List<Register> registers = obligation.candidate().registers();
        this.candidateState = IntStream.range(0, registers.size())
                .mapToObj(i -> start(registers.get(i), initial, anything.get(i)))
                .toList();
    }

    private static Ternary start(Register register, boolean initial, Ternary otherwise) {
        Boolean known = register.poweredUp();
        return initial && known != null ? Ternary.of(known) : otherwise;
    }

    /** Returns the counterexample if the designs really differ in the last cycle, else null. */
    static @Nullable Counterexample run(Obligation obligation, Product product, Answer.Fails run) {
        return new Replay(obligation, product, run.inputs().getFirst()).cycles(run.inputs());
    }

    private @Nullable Counterexample cycles(List<BitSet> inputs) {
        for (Stimulus stimulus : product.resetting()) {
            cycle(stimulus, inputs.getFirst());
        }
        expected.clear();
        @Nullable Signal wrong = null;
        for (BitSet ones : inputs) {
            wrong = cycle(product.running(), ones);
        }
        return wrong == null
                ? null
                : new Counterexample(signals(), shown, product.resetting().size(), wrong);
    }

    /** Runs one cycle and returns what the candidate has wrong in it, if anything. */
    private @Nullable Signal cycle(Stimulus stimulus, BitSet ones) {
        Circuit seed = obligation.seed();
        List<List<Ternary>> inputs =
                stimulus.inputs().stream().map(port -> values.of(port, ones)).toList();
        var reference = seed.cycle(
                Ternary.LOGIC, inputs, Collections.nCopies(seed.free().size(), Ternary.UNDEFINED), seedState);
        var found =
                obligation.candidate().cycle(Ternary.LOGIC, inputs, values.of(stimulus.free(), ones), candidateState);
        seedState = reference.next();
        candidateState = found.next();
        expected.add(reference.outputs());
        var row = new ArrayList<String>();
        inputs.forEach(port -> row.add(Ternary.digits(port)));
        reference.outputs().forEach(port -> row.add(Ternary.digits(port)));
        found.outputs().forEach(port -> row.add(Ternary.digits(port)));
        shown.add(row);
        return mismatch(found.outputs());
    }

    private @Nullable Signal mismatch(List<List<Ternary>> found) {
        int then = expected.size() - 1 - obligation.latency();
        for (int i = 0; then >= 0 && i < found.size(); i++) {
            List<Ternary> right = expected.get(then).get(i);
            for (int bit = 0; bit < right.size(); bit++) {
                Ternary wanted = right.get(bit);
                if (wanted != Ternary.UNDEFINED && wanted != found.get(i).get(bit)) {
                    Port port = obligation.candidate().outputs().get(i);
                    return Signal.of(Side.CANDIDATE, port);
                }
            }
        }
        return null;
    }

    private List<Signal> signals() {
        var signals = new ArrayList<Signal>();
        obligation.seed().inputs().forEach(port -> signals.add(Signal.of(Side.BOTH, port)));
        obligation.seed().outputs().forEach(port -> signals.add(Signal.of(Side.SEED, port)));
        obligation.candidate().outputs().forEach(port -> signals.add(Signal.of(Side.CANDIDATE, port)));
        return signals;
    }
}
