package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.stream.Channel;
import dev.ouroboros.hdl.stream.Channels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Runs designs of one stream in and one out apart from each other, as a test bench would, and collects the tokens. */
final class TokenRun {
    private static final int RUNS = 40;
    private static final int CYCLES = 120;
    private static final int TOKENS = 20;

    private TokenRun() {}

    /** Returns whether all tokens come out of both, and the same, however a hindered candidate is hindered. */
    static boolean alike(Circuit seed, Circuit candidate, Channels channels) {
        for (int run = 0; run < RUNS; run++) {
            List<List<Ternary>> eager = tokens(seed, channels, run, 1, 1);
            double gaps = List.of(1.0, 0.5, 0.2).get(run % 3);
            double ready = List.of(1.0, 0.5, 0.2, 0.05).get(run % 4);
            if (!tokens(candidate, channels, run, gaps, ready).equals(eager)) {
                return false;
            }
        }
        return true;
    }

    private static List<List<Ternary>> tokens(Circuit circuit, Channels channels, int run, double gaps, double ready) {
        var data = new Random(run);
        var hindrance = new Random(7L * run + 1);
        Channel in = channels.inputs().getFirst();
        Channel out = channels.outputs().getFirst();
        List<Ternary> state = Collections.nCopies(circuit.registers().size(), Ternary.ONE);
        var tokens = new ArrayList<List<Ternary>>();
        List<Ternary> token = List.of();
        int sent = 0;
        boolean offered = false;
        for (int cycle = 0; cycle < CYCLES + 400; cycle++) {
            boolean reset = cycle == 0;
            boolean calm = cycle > CYCLES;
            if (!reset && !offered && sent < TOKENS && (calm || hindrance.nextDouble() < gaps)) {
                offered = true;
                token = bits(data, in.width());
            }
            boolean taker = calm || hindrance.nextDouble() < ready;
            List<List<Ternary>> ports =
                    new ArrayList<>(Collections.nCopies(circuit.inputs().size(), List.of(Ternary.ZERO)));
            ports.set(channels.reset(), List.of(Ternary.of(reset)));
            ports.set(in.valid(), List.of(Ternary.of(offered)));
            ports.set(in.data().getFirst(), offered ? token : bits(hindrance, in.width()));
            ports.set(out.ready(), List.of(Ternary.of(taker)));
            var step = circuit.cycle(
                    Ternary.LOGIC, ports, Collections.nCopies(circuit.free().size(), Ternary.UNDEFINED), state);
            state = step.next();
            if (!reset && offered && step.outputs().get(in.ready()).getFirst() == Ternary.ONE) {
                offered = false;
                sent++;
            }
            if (!reset && taker && step.outputs().get(out.valid()).getFirst() == Ternary.ONE) {
                tokens.add(step.outputs().get(out.data().getFirst()));
            }
        }
        return tokens;
    }

    private static List<Ternary> bits(Random random, int width) {
        var bits = new ArrayList<Ternary>();
        for (int i = 0; i < width; i++) {
            bits.add(Ternary.of(random.nextBoolean()));
        }
        return bits;
    }
}
