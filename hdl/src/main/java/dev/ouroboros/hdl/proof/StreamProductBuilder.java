package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Arithmetic;
import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.Netlist.Port;
import dev.ouroboros.hdl.proof.StreamProduct.Given;
import dev.ouroboros.hdl.proof.StreamProduct.Resetting;
import dev.ouroboros.hdl.proof.StreamProduct.Running;
import dev.ouroboros.hdl.proof.StreamProduct.Start;
import dev.ouroboros.hdl.stream.Channel;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.hdl.task.Reset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Builds a {@link StreamProduct} once. */
final class StreamProductBuilder {
    private final StreamObligation obligation;
    private final Circuit seed;
    private final Circuit candidate;
    private final Channels channels;
    private final int ahead;
    private final Aig aig = new Aig();
    private final List<Sender> senders = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();

    /** @param ahead bits of the number of tokens that the seed may be ahead by */
    StreamProductBuilder(StreamObligation obligation, int ahead) {
        this.obligation = obligation;
        this.seed = obligation.seed();
        this.candidate = obligation.candidate();
        this.channels = obligation.channels();
        this.ahead = ahead;
    }

    StreamProduct build() {
        Start start = start();
        List<Integer> seedState = powered(seed, start.initial(), start.seed());
        List<Integer> candidateState = powered(candidate, start.initial(), start.candidate());
        var resetting = new ArrayList<Resetting>();
        Reset reset = obligation.reset();
        for (int i = 0; reset != null && i < reset.cycles(); i++) {
            var cycle = new Resetting(given(seed, start, reset), given(candidate, start, reset));
            resetting.add(cycle);
            seedState = seed.cycle(aig, cycle.seed().ports(), cycle.seed().free(), seedState)
                    .next();
            candidateState = candidate
                    .cycle(aig, cycle.candidate().ports(), cycle.candidate().free(), candidateState)
                    .next();
        }
        int started = aig.latch();
        aig.connect(started, Aig.TRUE);
        List<Resetting> held = reset == null ? List.of() : List.of(held(start, reset));
        int early = Aig.FALSE;
        for (Resetting cycle : held) {
            early = aig.and(aig.not(started), early(cycle, seedState, candidateState));
        }
        Running running = running();
        int differs = run(
                running,
                bits(started, start.settings().stream().flatMap(List::stream).toList()),
                bits(started, seedState),
                bits(started, candidateState));
        return new StreamProduct(aig, aig.or(early, differs), start, resetting, held, running, (1 << ahead) - 1);
    }

    /** To the seed everything is offered, and everybody is ready. */
    private Resetting held(Start start, Reset reset) {
        Given ours = given(candidate, start, reset);
        var ports = new ArrayList<>(ours.ports());
        channels.inputs().forEach(stream -> ports.set(stream.valid(), List.of(Aig.TRUE)));
        channels.outputs().stream()
                .filter(Channel::stalls)
                .forEach(stream -> ports.set(stream.ready(), List.of(Aig.TRUE)));
        return new Resetting(new Given(ports, Stimulus.fresh(aig, seed.free().size())), ours);
    }

    /** Where the seed offers and takes nothing while it is reset, others may do so already, so the candidate may not either. */
    private int early(Resetting cycle, List<Integer> seedState, List<Integer> candidateState) {
        var theirs = seed.cycle(aig, cycle.seed().ports(), cycle.seed().free(), seedState)
                .outputs();
        var ours = candidate
                .cycle(aig, cycle.candidate().ports(), cycle.candidate().free(), candidateState)
                .outputs();
        return any(channels.handshakes().stream()
                .map(place -> aig.and(
                        ours.get(place).getFirst(), aig.not(theirs.get(place).getFirst())))
                .toList());
    }

    private Start start() {
        boolean declared = obligation.reset() == null
                || seed.registers().stream().anyMatch(register -> register.poweredUp() != null);
        int initial = obligation.reset() == null ? Aig.TRUE : declared ? aig.input() : Aig.FALSE;
        return new Start(
                initial,
                Stimulus.fresh(aig, seed.registers().size()),
                Stimulus.fresh(aig, candidate.registers().size()),
                channels.settings().stream()
                        .map(place -> Stimulus.fresh(aig, width(seed.inputs().get(place))))
                        .toList());
    }

    private List<Integer> powered(Circuit circuit, int initial, List<Integer> anything) {
        var state = new ArrayList<Integer>();
        for (int i = 0; i < anything.size(); i++) {
            @Nullable Boolean known = circuit.registers().get(i).poweredUp();
            state.add(known == null ? anything.get(i) : aig.mux(initial, anything.get(i), aig.constant(known)));
        }
        return state;
    }

    private Given given(Circuit circuit, Start start, Reset reset) {
        List<List<Integer>> ports = new ArrayList<>();
        circuit.inputs().forEach(port -> ports.add(Stimulus.fresh(aig, width(port))));
        for (int i = 0; i < channels.settings().size(); i++) {
            ports.set(channels.settings().get(i), start.settings().get(i));
        }
        ports.set(channels.reset(), List.of(aig.constant(reset.activeHigh())));
        return new Given(ports, Stimulus.fresh(aig, circuit.free().size()));
    }

    private Running running() {
        return new Running(
                Stimulus.fresh(aig, channels.inputs().size()),
                fresh(channels.inputs()),
                fresh(channels.inputs()),
                channels.outputs().stream()
                        .map(output -> output.stalls() ? (Integer) aig.input() : (Integer) Aig.TRUE)
                        .toList(),
                Stimulus.fresh(aig, seed.free().size()),
                Stimulus.fresh(aig, candidate.free().size()));
    }

    private List<List<Integer>> fresh(List<Channel> streams) {
        return streams.stream()
                .map(stream -> Stimulus.fresh(aig, stream.width()))
                .toList();
    }

    private List<StateBit> bits(int started, List<Integer> start) {
        return start.stream().map(bit -> StateBit.of(aig, started, bit)).toList();
    }

    private static List<Integer> shown(List<StateBit> bits) {
        return bits.stream().map(StateBit::shown).toList();
    }

    private int run(Running running, List<StateBit> settings, List<StateBit> seedState, List<StateBit> candidateState) {
        settings.forEach(bit -> bit.follow(aig, bit.shown()));
        channels.inputs().forEach(stream -> senders.add(new Sender(stream)));
        channels.outputs().forEach(stream -> receivers.add(new Receiver(stream)));
        var ours = candidate.cycle(
                aig, candidateInputs(running, shown(settings)), running.candidateFree(), shown(candidateState));
        var theirs = seed.cycle(aig, seedInputs(running, shown(settings)), running.seedFree(), shown(seedState));
        for (int i = 0; i < receivers.size(); i++) {
            receivers
                    .get(i)
                    .see(ours.outputs(), theirs.outputs(), running.ready().get(i));
        }
        int waits = any(receivers.stream().map(Receiver::waits).toList());
        int held = any(receivers.stream().map(Receiver::full).toList());
        int drawing = Aig.FALSE;
        for (int i = 0; i < senders.size(); i++) {
            senders.get(i).see(ours.outputs(), theirs.outputs(), running.go().get(i));
            drawing = aig.or(drawing, senders.get(i).drawing());
        }
        int steps = aig.and(aig.not(waits), aig.not(drawing));
        int seedSteps = aig.not(held);
        follow(candidateState, ours.next(), steps);
        follow(seedState, theirs.next(), seedSteps);
        var wrong = new ArrayList<Integer>();
        int calm = aig.not(any(receivers.stream().map(Receiver::stalled).toList()));
        int still = aig.and(
                calm, aig.not(any(receivers.stream().map(Receiver::emits).toList())));
        for (int i = 0; i < senders.size(); i++) {
            senders.get(i)
                    .step(running.drawn().get(i), steps, seedSteps, held, aig.and(still, othersOffered(i)), wrong);
        }
        for (int i = 0; i < receivers.size(); i++) {
            receivers.get(i).step(steps, seedSteps, held, othersCalm(i), wrong);
        }
        return any(wrong);
    }

    private int othersOffered(int sender) {
        int all = Aig.TRUE;
        for (int i = 0; i < senders.size(); i++) {
            all = i == sender ? all : aig.and(all, senders.get(i).offered);
        }
        return all;
    }

    private int othersCalm(int receiver) {
        int all = Aig.TRUE;
        for (int i = 0; i < receivers.size(); i++) {
            all = i == receiver ? all : aig.and(all, aig.not(receivers.get(i).stalled()));
        }
        return all;
    }

    private void follow(List<StateBit> state, List<Integer> next, int steps) {
        for (int i = 0; i < state.size(); i++) {
            state.get(i).follow(aig, aig.mux(steps, state.get(i).shown(), next.get(i)));
        }
    }

    private List<List<Integer>> candidateInputs(Running running, List<Integer> settings) {
        List<List<Integer>> ports = quiet(settings);
        for (int i = 0; i < senders.size(); i++) {
            Sender sender = senders.get(i);
            ports.set(sender.stream.valid(), List.of(sender.offered));
            put(ports, sender.stream, mux(sender.offered, running.drawn().get(i), sender.token));
        }
        for (int i = 0; i < receivers.size(); i++) {
            if (receivers.get(i).stream.stalls()) {
                ports.set(
                        receivers.get(i).stream.ready(), List.of(running.ready().get(i)));
            }
        }
        return ports;
    }

    private List<List<Integer>> seedInputs(Running running, List<Integer> settings) {
        List<List<Integer>> ports = quiet(settings);
        for (int i = 0; i < senders.size(); i++) {
            Sender sender = senders.get(i);
            ports.set(sender.stream.valid(), List.of(sender.seedOffered));
            put(ports, sender.stream, mux(sender.seedOffered, running.idle().get(i), sender.token));
        }
        for (Receiver receiver : receivers) {
            if (receiver.stream.stalls()) {
                ports.set(receiver.stream.ready(), List.of(Aig.TRUE));
            }
        }
        return ports;
    }

    /** The inputs that are in no stream, and the reset, which does not come again: any state can be the one before it. */
    private List<List<Integer>> quiet(List<Integer> settings) {
        List<List<Integer>> ports =
                new ArrayList<>(Collections.nCopies(seed.inputs().size(), List.of()));
        int at = 0;
        for (int place : channels.settings()) {
            int width = width(seed.inputs().get(place));
            ports.set(place, settings.subList(at, at + width));
            at += width;
        }
        Reset reset = obligation.reset();
        if (reset != null) {
            ports.set(channels.reset(), List.of(aig.constant(!reset.activeHigh())));
        }
        return ports;
    }

    private void put(List<List<Integer>> ports, Channel stream, List<Integer> token) {
        int at = 0;
        for (int place : stream.data()) {
            int width = width(seed.inputs().get(place));
            ports.set(place, token.subList(at, at + width));
            at += width;
        }
    }

    private List<Integer> mux(int select, List<Integer> whenZero, List<Integer> whenOne) {
        return IntStream.range(0, whenZero.size())
                .mapToObj(i -> aig.mux(select, whenZero.get(i), whenOne.get(i)))
                .toList();
    }

    private static int width(Port port) {
        return port.bits().size();
    }

    private int any(List<Integer> literals) {
        int any = Aig.FALSE;
        for (int literal : literals) {
            any = aig.or(any, literal);
        }
        return any;
    }

    private List<Integer> latches(int count) {
        return IntStream.range(0, count).mapToObj(_ -> (Integer) aig.latch()).toList();
    }

    private void connect(List<Integer> latches, List<Integer> next) {
        for (int i = 0; i < latches.size(); i++) {
            aig.connect(latches.get(i), next.get(i));
        }
    }

    private int isZero(List<Integer> word) {
        return aig.not(any(word));
    }

    private List<Integer> plus(List<Integer> word, int one) {
        return Arithmetic.sum(aig, word, Collections.nCopies(word.size(), Aig.FALSE), one);
    }

    private List<Integer> minus(List<Integer> word, int one) {
        return Arithmetic.sum(aig, word, Collections.nCopies(word.size(), one), Aig.FALSE);
    }

    private int differ(List<Integer> a, List<Integer> b) {
        int differ = Aig.FALSE;
        for (int i = 0; i < a.size(); i++) {
            differ = aig.or(differ, aig.xor(a.get(i), b.get(i)));
        }
        return differ;
    }

    /**
     * Returns whether something has now lasted as many steps as the patience allows.
     *
     * @param steps whether this is a step of the side that is waited for
     * @param lasts whether it is still so in this step
     */
    private int tooLong(int steps, int lasts) {
        List<Integer> count = latches(Integer.SIZE - Integer.numberOfLeadingZeros(obligation.patience()));
        int last = Aig.TRUE;
        for (int i = 0; i < count.size(); i++) {
            boolean one = (((obligation.patience() - 1) >> i) & 1) == 1;
            last = aig.and(last, one ? count.get(i) : aig.not(count.get(i)));
        }
        List<Integer> next = plus(count, aig.not(last)).stream()
                .map(bit -> aig.and(bit, lasts))
                .toList();
        connect(count, mux(steps, count, next));
        return aig.and(aig.and(steps, lasts), last);
    }

    /** Offers tokens, each to both sides. */
    private final class Sender {
        private final Channel stream;
        private final int offered = aig.latch();
        private final int seedOffered = aig.latch();
        private final List<Integer> token;
        private int ready;
        private int seedReady;
        private int drawing;

        Sender(Channel stream) {
            this.stream = stream;
            this.token = latches(stream.width());
        }

        void see(List<List<Integer>> ours, List<List<Integer>> theirs, int go) {
            ready = stream.stalls() ? ours.get(stream.ready()).getFirst() : Aig.TRUE;
            seedReady = stream.stalls() ? theirs.get(stream.ready()).getFirst() : Aig.TRUE;
            drawing = aig.and(go, aig.not(offered));
        }

        /** The candidate stands still until there is a token to offer. */
        int drawing() {
            return drawing;
        }

        void step(List<Integer> drawn, int steps, int seedSteps, int held, int unhindered, List<Integer> wrong) {
            int draw = aig.and(drawing, aig.not(seedOffered));
            int untaken = aig.and(offered, aig.not(ready));
            int untakenBySeed = aig.and(seedOffered, aig.not(seedReady));
            aig.connect(offered, aig.or(draw, aig.mux(steps, offered, untaken)));
            aig.connect(seedOffered, aig.or(draw, aig.mux(seedSteps, seedOffered, untakenBySeed)));
            connect(token, mux(draw, token, drawn));
            // The seed took it and the candidate does not.
            wrong.add(tooLong(steps, aig.and(aig.and(untaken, aig.not(seedOffered)), unhindered)));
            // The candidate took it and the seed does not: what the candidate does next is not followed.
            int aheadOfSeed = aig.and(seedOffered, aig.not(offered));
            wrong.add(aig.and(held, aheadOfSeed));
            wrong.add(tooLong(seedSteps, aig.and(untakenBySeed, aig.not(offered))));
        }
    }

    /** Takes tokens of both sides; the candidate's when the seed has given as many. */
    private final class Receiver {
        private final Channel stream;
        private final List<Integer> more = latches(ahead);
        private final int watching = aig.latch();
        private final List<Integer> before = latches(ahead);
        private final List<Integer> watched;
        private final int stalledBefore = aig.latch();
        private final List<Integer> dataBefore;
        private int valid;
        private int seedValid;
        private int ready;
        private int some;
        private List<Integer> data = List.of();
        private List<Integer> seedData = List.of();

        Receiver(Channel stream) {
            this.stream = stream;
            this.watched = latches(stream.width());
            this.dataBefore = stream.stalls() ? latches(stream.width()) : List.of();
        }

        void see(List<List<Integer>> ours, List<List<Integer>> theirs, int isReady) {
            valid = ours.get(stream.valid()).getFirst();
            seedValid = theirs.get(stream.valid()).getFirst();
            data = stream.data().stream()
                    .flatMap(place -> ours.get(place).stream())
                    .toList();
            seedData = stream.data().stream()
                    .flatMap(place -> theirs.get(place).stream())
                    .toList();
            ready = isReady;
            some = any(more);
        }

        int emits() {
            return aig.and(valid, ready);
        }

        int stalled() {
            return aig.and(valid, aig.not(ready));
        }

        /** The candidate stands still until the seed has given this token too. */
        int waits() {
            return aig.and(emits(), aig.not(some));
        }

        /** The seed stands still until the candidate has taken one of many. */
        int full() {
            int all = Aig.TRUE;
            for (int bit : more) {
                all = aig.and(all, bit);
            }
            return aig.and(all, seedValid);
        }

        void step(int steps, int seedSteps, int held, int othersCalm, List<Integer> wrong) {
            int emits = aig.and(steps, emits());
            int seedEmits = aig.and(seedSteps, seedValid);
            List<Integer> less = minus(more, emits);
            connect(more, plus(less, seedEmits));
            watch(emits, seedEmits, less, wrong);
            if (stream.stalls()) {
                aig.connect(stalledBefore, aig.mux(steps, stalledBefore, stalled()));
                connect(dataBefore, mux(steps, dataBefore, data));
                wrong.add(aig.and(stalledBefore, aig.or(aig.not(valid), differ(data, dataBefore))));
            } else {
                aig.connect(stalledBefore, Aig.FALSE);
            }
            // The seed gave a token and the candidate does not; then the other way round.
            wrong.add(tooLong(steps, aig.and(aig.and(some, aig.not(valid)), othersCalm)));
            int early = aig.and(valid, aig.not(some));
            wrong.add(tooLong(seedSteps, aig.and(early, aig.not(seedValid))));
            wrong.add(aig.and(held, early));
        }

        /** Any token of the seed may be the one that is remembered, and how many of the candidate's come before it. */
        private void watch(int emits, int seedEmits, List<Integer> less, List<Integer> wrong) {
            int take = aig.and(aig.and(seedEmits, aig.input()), aig.not(watching));
            int due = aig.and(aig.and(emits, watching), isZero(before));
            wrong.add(aig.and(due, differ(data, watched)));
            aig.connect(watching, aig.or(take, aig.and(watching, aig.not(due))));
            connect(before, mux(take, minus(before, emits), less));
            connect(watched, mux(take, watched, seedData));
        }
    }
}
