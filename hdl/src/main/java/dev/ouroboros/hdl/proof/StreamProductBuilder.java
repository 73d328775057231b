package dev.ouroboros.hdl.proof;

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
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds a {@link StreamProduct} once. */
final class StreamProductBuilder {
    private final StreamObligation obligation;
    private final Circuit seed;
    private final Circuit candidate;
    private final Channels channels;
    private final int ahead;
    private final Aig aig = new Aig();
    private final WordLogic words = new WordLogic(aig);
    private final List<StreamSender> senders = new ArrayList<>();
    private final List<StreamReceiver> receivers = new ArrayList<>();

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
        return words.any(channels.handshakes().stream()
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
        int patience = obligation.patience();
        settings.forEach(bit -> bit.follow(aig, bit.shown()));
        channels.inputs().forEach(stream -> senders.add(new StreamSender(words, patience, stream)));
        channels.outputs().forEach(stream -> receivers.add(new StreamReceiver(words, patience, ahead, stream)));
        var ours = candidate.cycle(
                aig, candidateInputs(running, shown(settings)), running.candidateFree(), shown(candidateState));
        var theirs = seed.cycle(aig, seedInputs(running, shown(settings)), running.seedFree(), shown(seedState));
        for (int i = 0; i < receivers.size(); i++) {
            receivers
                    .get(i)
                    .see(ours.outputs(), theirs.outputs(), running.ready().get(i));
        }
        int waits = words.any(receivers.stream().map(StreamReceiver::waits).toList());
        int held = words.any(receivers.stream().map(StreamReceiver::full).toList());
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
        int calm = aig.not(
                words.any(receivers.stream().map(StreamReceiver::stalled).toList()));
        int still = aig.and(
                calm,
                aig.not(words.any(receivers.stream().map(StreamReceiver::emits).toList())));
        for (int i = 0; i < senders.size(); i++) {
            senders.get(i)
                    .step(running.drawn().get(i), steps, seedSteps, held, aig.and(still, othersOffered(i)), wrong);
        }
        for (int i = 0; i < receivers.size(); i++) {
            receivers.get(i).step(steps, seedSteps, held, othersCalm(i), wrong);
        }
        return words.any(wrong);
    }

    private int othersOffered(int sender) {
        return words.all(others(senders, sender).map(StreamSender::offered).toList());
    }

    private int othersCalm(int receiver) {
        return aig.not(words.any(
                others(receivers, receiver).map(StreamReceiver::stalled).toList()));
    }

    private static <T> Stream<T> others(List<T> all, int one) {
        return IntStream.range(0, all.size()).filter(i -> i != one).mapToObj(all::get);
    }

    private void follow(List<StateBit> state, List<Integer> next, int steps) {
        for (int i = 0; i < state.size(); i++) {
            state.get(i).follow(aig, aig.mux(steps, state.get(i).shown(), next.get(i)));
        }
    }

    private List<List<Integer>> candidateInputs(Running running, List<Integer> settings) {
        return inputs(settings, StreamSender::offered, running.drawn(), running.ready());
    }

    private List<List<Integer>> seedInputs(Running running, List<Integer> settings) {
        return inputs(
                settings, StreamSender::seedOffered, running.idle(), Collections.nCopies(receivers.size(), Aig.TRUE));
    }

    /**
     * @param offered whether a sender offers its token to this side
     * @param between of each input stream what its ports show otherwise
     * @param ready of each output stream
     */
    private List<List<Integer>> inputs(
            List<Integer> settings,
            ToIntFunction<StreamSender> offered,
            List<List<Integer>> between,
            List<Integer> ready) {
        List<List<Integer>> ports = quiet(settings);
        for (int i = 0; i < senders.size(); i++) {
            StreamSender sender = senders.get(i);
            int offers = offered.applyAsInt(sender);
            ports.set(sender.stream().valid(), List.of(offers));
            put(ports, sender.stream(), words.mux(offers, between.get(i), sender.token()));
        }
        for (int i = 0; i < receivers.size(); i++) {
            Channel stream = receivers.get(i).stream();
            if (stream.stalls()) {
                ports.set(stream.ready(), List.of(ready.get(i)));
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

    private static int width(Port port) {
        return port.bits().size();
    }
}
