package dev.ouroboros.sim;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.proof.Counterexample;
import dev.ouroboros.hdl.proof.Counterexample.Side;
import dev.ouroboros.hdl.proof.Counterexample.Signal;
import dev.ouroboros.hdl.proof.Ternary;
import dev.ouroboros.hdl.stream.Channel;
import dev.ouroboros.hdl.stream.Channels;
import dev.ouroboros.sim.Course.Cycle;
import dev.ouroboros.sim.Layout.Slot;
import dev.ouroboros.sim.Stimulus.Episode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a candidate gives other tokens than the seed, or none, or changes its mind about one. As {@link Referee} does, it
 * computes the seed once more gate by gate, over bits that may be undefined, where something looks wrong: only what is defined
 * there counts.
 */
final class StreamReferee {
    private final Oracle oracle;
    private final Layout layout;
    private final Channels channels;
    private final int patience;
    private final Traffic traffic;
    private final Response expected;
    private final int lanes;
    private final Response found;

    /**
     * @param expected what the seed answered to the eager traffic
     * @param lanes of these
     * @param found what the candidate answered to the hindered one
     */
    StreamReferee(
            Oracle oracle,
            Channels channels,
            int patience,
            Traffic traffic,
            Response expected,
            int lanes,
            Response found) {
        this.oracle = oracle;
        this.layout = oracle.layout();
        this.channels = channels;
        this.patience = patience;
        this.traffic = traffic;
        this.expected = expected;
        this.lanes = lanes;
        this.found = found;
    }

    /** Returns a run that shows what the candidate has wrong, or null if it has nothing wrong. */
    @Nullable
    Counterexample refutation() throws InterruptedException {
        for (int episode = 0; episode < traffic.eager().episodes().size(); episode++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int at = episode;
            List<Course> runs = IntStream.range(0, lanes)
                    .mapToObj(lane -> Course.of(layout, channels, traffic.eager(), expected, lane, at))
                    .toList();
            Course seed = runs.getFirst();
            var candidate = Course.of(layout, channels, traffic.hindered(), found, 0, episode);
            if (new Hearing(episode, seed, likely(runs), candidate).wrong() == null) {
                continue;
            }
            // Something looks wrong; what is sure of the seed says whether it is.
            var hearing = new Hearing(episode, seed, sure(episode, seed), candidate);
            Counterexample wrong = hearing.wrong();
            if (wrong != null) {
                return wrong;
            }
        }
        return null;
    }

    /**
     * What is sure of the seed.
     *
     * @param tokens of each output stream the tokens, bits that may be undefined
     * @param taken of each input stream how many tokens it surely takes
     * @param ended whether it surely gives no more
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Sure(List<List<List<Ternary>>> tokens, int[] taken, boolean ended) {
        int given(int output) {
            return tokens.get(output).size();
        }
    }

    /** What runs from several fillings of what is undefined agree on is likely. */
    private Sure likely(List<Course> runs) {
        var tokens = new ArrayList<List<List<Ternary>>>();
        boolean ended = true;
        for (int j = 0; j < channels.outputs().size(); j++) {
            int output = j;
            List<List<Cycle>> given =
                    runs.stream().map(run -> run.tokens(output)).toList();
            int least = given.stream().mapToInt(List::size).min().orElse(0);
            ended &= given.stream().allMatch(each -> each.size() == least);
            tokens.add(IntStream.range(0, least)
                    .mapToObj(number -> agreed(
                            channels.outputs().get(output),
                            given.stream().map(each -> each.get(number)).toList()))
                    .toList());
        }
        return new Sure(
                tokens,
                IntStream.range(0, channels.inputs().size())
                        .map(i -> runs.stream()
                                .mapToInt(run -> run.taken(i))
                                .min()
                                .orElse(0))
                        .toArray(),
                ended);
    }

    private List<Ternary> agreed(Channel stream, List<Cycle> runs) {
        List<List<Ternary>> all = runs.stream()
                .map(cycle -> stream.data().stream()
                        .flatMap(place -> layout.outputs().get(place).bits(cycle.answer()).stream())
                        .toList())
                .toList();
        return IntStream.range(0, stream.width())
                .mapToObj(bit -> {
                    Ternary first = all.getFirst().get(bit);
                    return all.stream().allMatch(each -> each.get(bit) == first) ? first : Ternary.UNDEFINED;
                })
                .toList();
    }

    /** Goes through the seed's episode gate by gate, as far as its handshakes are defined. */
    private Sure sure(int episode, Course seed) {
        Episode run = traffic.eager().episodes().get(episode);
        Circuit circuit = oracle.circuit();
        boolean initial = oracle.design().task().reset() == null;
        List<Ternary> state = circuit.registers().stream()
                .map(register ->
                        !initial || register.poweredUp() == null ? Ternary.UNDEFINED : Ternary.of(register.poweredUp()))
                .toList();
        List<Ternary> free = Collections.nCopies(circuit.free().size(), Ternary.UNDEFINED);
        var tokens = new ArrayList<List<List<Ternary>>>();
        channels.outputs().forEach(_ -> tokens.add(new ArrayList<>()));
        var taken = new int[channels.inputs().size()];
        boolean ended = true;
        for (int at = run.warmUp(); at < run.cycles() && ended; at++) {
            boolean compared = at >= run.quiet();
            int[] frame = compared
                    ? seed.cycles().get(at - run.quiet()).frame()
                    : run.frames().get(at);
            List<List<Ternary>> inputs =
                    layout.inputs().stream().map(slot -> slot.bits(frame)).toList();
            var cycle = circuit.cycle(Ternary.LOGIC, inputs, free, state);
            state = cycle.next();
            if (compared) {
                Cycle simulated = seed.cycles().get(at - run.quiet());
                ended = handshakes(cycle.outputs(), simulated);
                for (int j = 0; ended && j < tokens.size(); j++) {
                    if (simulated.gives(j)) {
                        tokens.get(j)
                                .add(channels.outputs().get(j).data().stream()
                                        .flatMap(place -> cycle.outputs().get(place).stream())
                                        .toList());
                    }
                }
                for (int i = 0; ended && i < taken.length; i++) {
                    taken[i] += simulated.accepts()[i] ? 1 : 0;
                }
            }
        }
        return new Sure(tokens, taken, ended);
    }

    /** Returns whether all of them are defined, and what the simulator had. */
    private boolean handshakes(List<List<Ternary>> outputs, Cycle simulated) {
        return channels.outputs().stream().allMatch(stream -> agrees(outputs, simulated, stream.valid()))
                && channels.inputs().stream()
                        .filter(Channel::stalls)
                        .allMatch(stream -> agrees(outputs, simulated, stream.ready()));
    }

    private boolean agrees(List<List<Ternary>> outputs, Cycle simulated, int place) {
        boolean one = (simulated.answer()[layout.outputs().get(place).first()] & 1) == 1;
        return outputs.get(place).getFirst() == Ternary.of(one);
    }

    /** Follows a candidate through an episode. */
    private final class Hearing {
        private final int episode;
        private final Course seed;
        private final Sure sure;
        private final Course candidate;
        private final List<List<Cycle>> tokens;
        private final int[] refusing = new int[channels.inputs().size()];
        private final int[] mute = new int[channels.outputs().size()];
        private @Nullable Signal signal;
        private String complaint = "";

        Hearing(int episode, Course seed, Sure sure, Course candidate) {
            this.episode = episode;
            this.seed = seed;
            this.sure = sure;
            this.candidate = candidate;
            this.tokens = IntStream.range(0, channels.outputs().size())
                    .mapToObj(seed::tokens)
                    .toList();
        }

        @Nullable
        Counterexample wrong() {
            for (int at = 0; at < candidate.cycles().size(); at++) {
                Cycle before = at == 0 ? null : candidate.cycles().get(at - 1);
                Cycle now = candidate.cycles().get(at);
                for (int i = 0; i < refusing.length; i++) {
                    judgeInput(i, now);
                }
                for (int j = 0; j < mute.length; j++) {
                    judgeOutput(j, before, now);
                }
                if (signal != null) {
                    return new Counterexample(signals(), rows(at), reset(), signal, complaint);
                }
            }
            return null;
        }

        private void judgeInput(int i, Cycle now) {
            boolean unhindered = now.offered()[i] && !now.accepts()[i];
            for (int k = 0; k < refusing.length; k++) {
                unhindered &= now.offered()[k];
            }
            for (int j = 0; j < mute.length; j++) {
                unhindered &= !now.valid()[j];
            }
            refusing[i] = unhindered && now.taken()[i] < sure.taken()[i] ? refusing[i] + 1 : 0;
            if (refusing[i] >= patience) {
                blame(
                        layout.outputs().get(channels.inputs().get(i).ready()),
                        "does not take a token that the seed takes, in " + patience + " cycles");
            }
        }

        private void judgeOutput(int j, @Nullable Cycle before, Cycle now) {
            Channel stream = channels.outputs().get(j);
            Slot valid = layout.outputs().get(stream.valid());
            int number = now.given()[j];
            boolean due = number < sure.given(j)
                    && enough(tokens.get(j).get(number).begun(), now.begun())
                    && !now.valid()[j]
                    && othersTaken(j, now);
            mute[j] = due ? mute[j] + 1 : 0;
            if (mute[j] >= patience) {
                blame(valid, "is 0 for " + patience + " cycles, but the seed gives another token");
            }
            if (before != null && before.waits(j)) {
                if (!now.valid()[j]) {
                    blame(valid, "is 0 again before its token was taken");
                }
                for (int place : stream.data()) {
                    Slot slot = layout.outputs().get(place);
                    if (!slot.bits(before.answer()).equals(slot.bits(now.answer()))) {
                        blame(slot, "is not what it was before, while its token waits");
                    }
                }
            }
            if (now.gives(j) && number < sure.given(j)) {
                compare(j, number, now);
            } else if (now.gives(j) && sure.ended() && atRest()) {
                blame(valid, "is 1, but the seed gives no such token");
            }
        }

        /** The seed needed no more than it was offered when it gave the token. */
        private static boolean enough(int[] needed, int[] begun) {
            return IntStream.range(0, needed.length).allMatch(i -> begun[i] >= needed[i]);
        }

        private boolean othersTaken(int output, Cycle now) {
            return IntStream.range(0, mute.length).allMatch(k -> k == output || !now.waits(k));
        }

        /** Returns whether the seed got all tokens and then nothing happened for long enough. */
        private boolean atRest() {
            int size = seed.cycles().size();
            if (size <= patience) {
                return false;
            }
            Cycle then = seed.cycles().get(size - 1 - patience);
            Cycle last = seed.cycles().getLast();
            List<List<int[]>> all = traffic.eager().episodes().get(episode).tokens();
            return IntStream.range(0, all.size())
                            .allMatch(i -> then.begun()[i] == all.get(i).size())
                    && Arrays.equals(then.given(), last.given())
                    && IntStream.range(0, mute.length).noneMatch(last::gives);
        }

        private void compare(int j, int number, Cycle now) {
            Channel stream = channels.outputs().get(j);
            Cycle right = tokens.get(j).get(number);
            List<Ternary> defined = sure.tokens().get(j).get(number);
            int bit = 0;
            for (int place : stream.data()) {
                Slot slot = layout.outputs().get(place);
                List<Ternary> theirs = slot.bits(right.answer());
                List<Ternary> ours = slot.bits(now.answer());
                for (int i = 0; i < slot.width(); i++, bit++) {
                    if (theirs.get(i) != ours.get(i) && defined.get(bit) == theirs.get(i)) {
                        blame(slot, "is wrong in token " + number + " of the stream, counted from 0");
                        return;
                    }
                }
            }
        }

        private void blame(Slot slot, String why) {
            if (signal == null) {
                signal = new Signal(Side.CANDIDATE, slot.name(), slot.width());
                complaint = why;
            }
        }

        private int reset() {
            Episode run = traffic.hindered().episodes().get(episode);
            return run.quiet() - run.warmUp();
        }

        /** What the seed's next token is stands beside what the candidate shows. */
        private List<Signal> signals() {
            var signals = new ArrayList<Signal>();
            layout.inputs().forEach(slot -> signals.add(signal(Side.CANDIDATE, slot)));
            channels.outputs()
                    .forEach(stream -> stream.data()
                            .forEach(place -> signals.add(
                                    signal(Side.SEED, layout.outputs().get(place)))));
            layout.outputs().forEach(slot -> signals.add(signal(Side.CANDIDATE, slot)));
            return signals;
        }

        private static Signal signal(Side side, Slot slot) {
            return new Signal(side, slot.name(), slot.width());
        }

        private List<List<String>> rows(int last) {
            Episode run = traffic.hindered().episodes().get(episode);
            var rows = new ArrayList<List<String>>();
            for (int at = run.warmUp(); at < run.quiet(); at++) {
                int cycle = at;
                int[] answer = IntStream.range(0, layout.outputWords())
                        .map(word -> found.word(0, episode, cycle, word))
                        .toArray();
                rows.add(row(run.frames().get(at), answer, null));
            }
            for (int at = 0; at <= last; at++) {
                Cycle cycle = candidate.cycles().get(at);
                rows.add(row(cycle.frame(), cycle.answer(), cycle.given()));
            }
            return rows;
        }

        private List<String> row(int[] frame, int[] answer, int @Nullable [] given) {
            var row = new ArrayList<String>();
            layout.inputs().forEach(slot -> row.add(Ternary.digits(slot.bits(frame))));
            for (int j = 0; j < tokens.size(); j++) {
                Cycle due = given == null || given[j] >= tokens.get(j).size()
                        ? null
                        : tokens.get(j).get(given[j]);
                for (int place : channels.outputs().get(j).data()) {
                    Slot slot = layout.outputs().get(place);
                    row.add(due == null ? "x".repeat(slot.width()) : Ternary.digits(slot.bits(due.answer())));
                }
            }
            layout.outputs().forEach(slot -> row.add(Ternary.digits(slot.bits(answer))));
            return row;
        }
    }
}
