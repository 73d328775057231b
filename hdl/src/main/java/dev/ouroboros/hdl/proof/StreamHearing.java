package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import dev.ouroboros.hdl.proof.Counterexample.Side;
import dev.ouroboros.hdl.proof.Counterexample.Signal;
import dev.ouroboros.hdl.proof.StreamProduct.Given;
import dev.ouroboros.hdl.proof.StreamProduct.Resetting;
import dev.ouroboros.hdl.proof.StreamProduct.Running;
import dev.ouroboros.hdl.stream.Channel;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.task.Reset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Follows both designs step by step, with every token kept, and says what the candidate has wrong in the last one. */
final class StreamHearing {
    private final StreamObligation obligation;
    private final StreamProduct product;
    private final Channels channels;
    private final InputValues values;
    private final BitSet first;
    private final Player seed;
    private final Player candidate;
    private final List<List<String>> shown = new ArrayList<>();
    private final boolean[] offered;
    private final boolean[] seedOffered;
    private final List<List<Ternary>> tokens = new ArrayList<>();
    private final List<Deque<List<Ternary>>> ahead = new ArrayList<>();
    private final List<@Nullable List<Ternary>> stalled = new ArrayList<>();
    private final int[] refusing;
    private final int[] greedy;
    private final int[] mute;
    private final int[] early;
    private @Nullable Signal wrong;
    private String complaint = "";
    private boolean tooFar;

    /** @param first which inputs are 1 in the first step */
    StreamHearing(StreamObligation obligation, StreamProduct product, InputValues values, BitSet first) {
        this.obligation = obligation;
        this.product = product;
        this.channels = obligation.channels();
        this.values = values;
        this.first = first;
        int inputs = channels.inputs().size();
        int outputs = channels.outputs().size();
        this.offered = new boolean[inputs];
        this.seedOffered = new boolean[inputs];
        this.refusing = new int[inputs];
        this.greedy = new int[inputs];
        this.mute = new int[outputs];
        this.early = new int[outputs];
        var start = product.start();
        this.seed = new Player(obligation.seed(), powered(obligation.seed(), start.seed()));
        this.candidate = new Player(obligation.candidate(), powered(obligation.candidate(), start.candidate()));
        channels.inputs().forEach(stream -> tokens.add(Collections.nCopies(stream.width(), Ternary.ZERO)));
        channels.outputs().forEach(_ -> {
            ahead.add(new ArrayDeque<>());
            stalled.add(null);
        });
    }

    private List<Ternary> powered(Circuit circuit, List<Integer> anything) {
        boolean initial = values.of(product.start().initial(), first) == Ternary.ONE;
        return IntStream.range(0, anything.size())
                .mapToObj(i -> {
                    @Nullable Boolean known = circuit.registers().get(i).poweredUp();
                    return initial && known != null ? Ternary.of(known) : values.of(anything.get(i), first);
                })
                .toList();
    }

    void reset(Resetting cycle) {
        see(seed, cycle.seed());
        see(candidate, cycle.candidate());
        show(true, true);
        seed.step();
        candidate.step();
    }

    /** One more cycle of the reset, in case that is what is wrong. */
    void held(Resetting cycle) {
        see(seed, cycle.seed());
        see(candidate, cycle.candidate());
        for (int place : channels.handshakes()) {
            if (candidate.high(place) && !seed.high(place)) {
                blame(
                        obligation.candidate().outputs().get(place),
                        "is 1 while the reset is held, where that of the seed is 0");
            }
        }
        if (wrong != null) {
            show(true, true);
        }
    }

    private void see(Player player, Given given) {
        player.see(given.ports().stream().map(port -> values.of(port, first)).toList(), values.of(given.free(), first));
    }

    void cycle(BitSet ones) {
        Running running = product.running();
        candidate.see(candidateInputs(running, ones), values.of(running.candidateFree(), ones));
        seed.see(seedInputs(running, ones), values.of(running.seedFree(), ones));
        boolean steps = true;
        for (int i = 0; i < offered.length; i++) {
            steps &= offered[i] || values.of(running.go().get(i), ones) == Ternary.ZERO;
        }
        boolean seedSteps = true;
        for (int j = 0; j < ahead.size(); j++) {
            Channel stream = channels.outputs().get(j);
            steps &= !(candidate.high(stream.valid())
                    && ready(j, ones)
                    && ahead.get(j).isEmpty());
            seedSteps &= !(seed.high(stream.valid()) && ahead.get(j).size() == product.most());
        }
        show(seedSteps, steps);
        wrong = null;
        tooFar = false;
        judgeInputs(steps, seedSteps);
        judgeOutputs(ones, steps, seedSteps);
        move(ones, steps, seedSteps);
    }

    private boolean ready(int output, BitSet ones) {
        return values.of(product.running().ready().get(output), ones) == Ternary.ONE;
    }

    private boolean waits(int output, BitSet ones) {
        return candidate.high(channels.outputs().get(output).valid()) && !ready(output, ones);
    }

    private void judgeInputs(boolean steps, boolean seedSteps) {
        boolean still = true;
        for (int j = 0; j < ahead.size(); j++) {
            still &= !candidate.high(channels.outputs().get(j).valid());
        }
        for (int i = 0; i < offered.length; i++) {
            Channel stream = channels.inputs().get(i);
            boolean unhindered = still;
            for (int k = 0; k < offered.length; k++) {
                unhindered &= k == i || offered[k];
            }
            boolean refuses = offered[i] && !seedOffered[i] && !candidate.high(stream.ready()) && unhindered;
            refusing[i] = steps ? refuses ? refusing[i] + 1 : 0 : refusing[i];
            if (steps && refusing[i] >= obligation.patience()) {
                blame(
                        obligation.candidate().outputs().get(stream.ready()),
                        "does not take a token that the seed takes");
            }
            boolean takesMore = seedOffered[i] && !offered[i];
            greedy[i] = seedSteps ? takesMore && !seed.high(stream.ready()) ? greedy[i] + 1 : 0 : greedy[i];
            tooFar |= (takesMore && !seedSteps) || (seedSteps && greedy[i] >= obligation.patience());
        }
    }

    private void judgeOutputs(BitSet ones, boolean steps, boolean seedSteps) {
        for (int j = 0; j < ahead.size(); j++) {
            Channel stream = channels.outputs().get(j);
            Port valid = obligation.candidate().outputs().get(stream.valid());
            boolean gives = candidate.high(stream.valid());
            List<Ternary> data = candidate.data(stream);
            boolean calm = true;
            for (int k = 0; k < ahead.size(); k++) {
                calm &= k == j || !waits(k, ones);
            }
            boolean silent = !ahead.get(j).isEmpty() && !gives && calm;
            mute[j] = steps ? silent ? mute[j] + 1 : 0 : mute[j];
            boolean soon = gives && ahead.get(j).isEmpty();
            early[j] = seedSteps ? soon && !seed.high(stream.valid()) ? early[j] + 1 : 0 : early[j];
            tooFar |= soon && !seedSteps;
            @Nullable List<Ternary> before = stalled.get(j);
            if (steps && mute[j] >= obligation.patience()) {
                blame(valid, "is 0 for " + obligation.patience() + " cycles, but the seed has given another token");
            } else if (seedSteps && early[j] >= obligation.patience()) {
                blame(
                        valid,
                        "is 1, but the seed gives no such token within " + obligation.patience()
                                + " cycles of its own");
            } else if (before != null && !gives) {
                blame(valid, "is 0 again before its token was taken");
            } else if (before != null && !before.equals(data)) {
                blame(differing(stream, before, data), "is not what it was before, while its token waits");
            } else if (steps
                    && gives
                    && ready(j, ones)
                    && !data.equals(ahead.get(j).peek())) {
                List<Ternary> right = List.copyOf(ahead.get(j).element());
                Port port = differing(stream, right, data);
                blame(
                        port,
                        "is wrong in this token; the seed's token is " + Ternary.digits(part(stream, port, right))
                                + " in binary");
            }
        }
    }

    private void blame(Port port, String why) {
        if (wrong == null) {
            wrong = Signal.of(Side.CANDIDATE, port);
            complaint = why;
        }
    }

    private Port differing(Channel stream, List<Ternary> right, List<Ternary> found) {
        for (int place : stream.data()) {
            Port port = obligation.candidate().outputs().get(place);
            if (!part(stream, port, right).equals(part(stream, port, found))) {
                return port;
            }
        }
        throw new IllegalArgumentException("the tokens are alike");
    }

    private List<Ternary> part(Channel stream, Port port, List<Ternary> token) {
        int at = 0;
        for (int place : stream.data()) {
            Port each = obligation.candidate().outputs().get(place);
            if (each.equals(port)) {
                return token.subList(at, at + each.bits().size());
            }
            at += each.bits().size();
        }
        throw new IllegalArgumentException("no part of the stream: " + port.name());
    }

    private void move(BitSet ones, boolean steps, boolean seedSteps) {
        for (int j = 0; j < ahead.size(); j++) {
            Channel stream = channels.outputs().get(j);
            boolean gives = candidate.high(stream.valid());
            if (steps && gives && ready(j, ones)) {
                ahead.get(j).remove();
            }
            if (seedSteps && seed.high(stream.valid())) {
                ahead.get(j).add(seed.data(stream));
            }
            if (steps) {
                stalled.set(j, waits(j, ones) ? candidate.data(stream) : null);
            }
        }
        for (int i = 0; i < offered.length; i++) {
            Channel stream = channels.inputs().get(i);
            boolean draws = !offered[i]
                    && !seedOffered[i]
                    && values.of(product.running().go().get(i), ones) == Ternary.ONE;
            offered[i] &= !(steps && candidate.high(stream.ready()));
            seedOffered[i] &= !(seedSteps && seed.high(stream.ready()));
            if (draws) {
                offered[i] = true;
                seedOffered[i] = true;
                tokens.set(i, values.of(product.running().drawn().get(i), ones));
            }
        }
        if (steps) {
            candidate.step();
        }
        if (seedSteps) {
            seed.step();
        }
    }

    private List<List<Ternary>> candidateInputs(Running running, BitSet ones) {
        List<List<Ternary>> ports = quiet();
        for (int i = 0; i < offered.length; i++) {
            Channel stream = channels.inputs().get(i);
            ports.set(stream.valid(), List.of(Ternary.of(offered[i])));
            put(
                    ports,
                    stream,
                    offered[i] ? tokens.get(i) : values.of(running.drawn().get(i), ones));
        }
        for (int j = 0; j < ahead.size(); j++) {
            Channel stream = channels.outputs().get(j);
            if (stream.stalls()) {
                ports.set(stream.ready(), List.of(Ternary.of(ready(j, ones))));
            }
        }
        return ports;
    }

    private List<List<Ternary>> seedInputs(Running running, BitSet ones) {
        List<List<Ternary>> ports = quiet();
        for (int i = 0; i < offered.length; i++) {
            Channel stream = channels.inputs().get(i);
            ports.set(stream.valid(), List.of(Ternary.of(seedOffered[i])));
            put(
                    ports,
                    stream,
                    seedOffered[i] ? tokens.get(i) : values.of(running.idle().get(i), ones));
        }
        for (Channel stream : channels.outputs()) {
            if (stream.stalls()) {
                ports.set(stream.ready(), List.of(Ternary.ONE));
            }
        }
        return ports;
    }

    private List<List<Ternary>> quiet() {
        List<List<Ternary>> ports =
                new ArrayList<>(Collections.nCopies(obligation.seed().inputs().size(), List.of()));
        for (int i = 0; i < channels.settings().size(); i++) {
            ports.set(
                    channels.settings().get(i),
                    values.of(product.start().settings().get(i), first));
        }
        Reset reset = obligation.reset();
        if (reset != null) {
            ports.set(channels.reset(), List.of(Ternary.of(!reset.activeHigh())));
        }
        return ports;
    }

    private void put(List<List<Ternary>> ports, Channel stream, List<Ternary> token) {
        int at = 0;
        for (int place : stream.data()) {
            int width = obligation.seed().inputs().get(place).bits().size();
            ports.set(place, token.subList(at, at + width));
            at += width;
        }
    }

    private void show(boolean seedSteps, boolean steps) {
        var row = new ArrayList<String>();
        channels.fixed().forEach(place -> row.add(Ternary.digits(candidate.inputs.get(place))));
        show(row, seed, seedSteps);
        show(row, candidate, steps);
        shown.add(row);
    }

    private void show(List<String> row, Player player, boolean steps) {
        row.add(steps ? "1" : "0");
        channels.flowing().forEach(place -> row.add(Ternary.digits(player.inputs.get(place))));
        player.now.outputs().forEach(port -> row.add(Ternary.digits(port)));
    }

    /** Returns a counterexample if the candidate is wrong in the last step, else null. */
    @Nullable
    Counterexample counterexample(List<Signal> signals) {
        return wrong == null
                ? null
                : new Counterexample(signals, shown, product.resetting().size(), wrong, complaint);
    }

    /** Returns whether the last step showed nothing but that the candidate went further ahead than the product follows. */
    boolean wentTooFar() {
        return tooFar && wrong == null;
    }

    /** One side and its state. */
    private static final class Player {
        private final Circuit circuit;
        private List<Ternary> state;
        private List<List<Ternary>> inputs = List.of();
        private Circuit.Cycle<Ternary> now = new Circuit.Cycle<>(List.of(), List.of());

        Player(Circuit circuit, List<Ternary> state) {
            this.circuit = circuit;
            this.state = state;
        }

        void see(List<List<Ternary>> given, List<Ternary> free) {
            inputs = given;
            now = circuit.cycle(Ternary.LOGIC, given, free, state);
        }

        void step() {
            state = now.next();
        }

        boolean high(int output) {
            return output < 0 || now.outputs().get(output).getFirst() == Ternary.ONE;
        }

        List<Ternary> data(Channel stream) {
            return stream.data().stream()
                    .flatMap(place -> now.outputs().get(place).stream())
                    .toList();
        }
    }
}
