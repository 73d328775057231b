package dev.ouroboros.sim;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.proof.Counterexample;
import dev.ouroboros.hdl.proof.Counterexample.Side;
import dev.ouroboros.hdl.proof.Counterexample.Signal;
import dev.ouroboros.hdl.proof.Ternary;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.sim.Layout.Slot;
import dev.ouroboros.sim.Stimulus.Episode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a candidate is wrong. A simulator knows no undefined bits: it fills them, and what it filled may look alike by
 * chance. So the seed was run from several fillings, and what differs between them is left out; and where a candidate then
 * still differs, the seed is computed once more, gate by gate, over bits that may be undefined, as the proof does it.
 * Only a bit that is defined there, and that the simulator has the same value for, can be wrong.
 */
final class Referee {
    private final Oracle oracle;
    private final Stimulus stimulus;
    private final Response expected;
    private final int lanes;
    private final Response found;
    private final @Nullable Reset reset;
    private final int latency;

    /**
     * @param expected the seed's answers
     * @param lanes of these
     * @param found the candidate's, of one lane
     */
    Referee(Oracle oracle, Stimulus stimulus, Response expected, int lanes, Response found) {
        this.oracle = oracle;
        this.stimulus = stimulus;
        this.expected = expected;
        this.lanes = lanes;
        this.found = found;
        this.reset = oracle.design().task().reset();
        this.latency = oracle.design().task().latency();
    }

    /** An episode, and the first cycle in which something looks wrong. */
    private record Suspicion(int episode, int cycle) {}

    /** Returns a run that shows what the candidate has wrong, or null if it has nothing wrong. */
    @Nullable
    Counterexample refutation() throws InterruptedException {
        var suspicions = IntStream.range(0, stimulus.episodes().size())
                .mapToObj(episode -> new Suspicion(episode, firstSuspect(episode)))
                .filter(suspicion -> suspicion.cycle() >= 0)
                .sorted(Comparator.comparingInt(Suspicion::cycle))
                .toList();
        for (Suspicion suspicion : suspicions) {
            Counterexample refutation = new Hearing(suspicion.episode()).refutation();
            if (refutation != null) {
                return refutation;
            }
        }
        return null;
    }

    private int firstSuspect(int episode) {
        Episode run = stimulus.episodes().get(episode);
        for (int cycle = run.quiet() + latency; cycle < run.cycles(); cycle++) {
            for (int word = 0; word < oracle.layout().outputWords(); word++) {
                if (suspects(episode, cycle, word) != 0) {
                    return cycle;
                }
            }
        }
        return -1;
    }

    /** Returns the bits of a word on which all runs of the seed agree, and the candidate does not. */
    private int suspects(int episode, int cycle, int word) {
        int then = cycle - latency;
        int right = expected.word(0, episode, then, word);
        int agreed = -1;
        for (int lane = 1; lane < lanes; lane++) {
            agreed &= ~(right ^ expected.word(lane, episode, then, word));
        }
        return agreed & (right ^ found.word(0, episode, cycle, word));
    }

    /** Goes through an episode gate by gate. */
    private final class Hearing {
        private final int episode;
        private final Episode run;
        private final Circuit circuit = oracle.circuit();
        private final Layout layout = oracle.layout();
        private final List<List<List<Ternary>>> defined = new ArrayList<>();
        private final List<List<String>> shown = new ArrayList<>();
        private List<Ternary> state;

        Hearing(int episode) {
            this.episode = episode;
            this.run = stimulus.episodes().get(episode);
            this.state = circuit.registers().stream()
                    .map(register -> reset != null || register.poweredUp() == null
                            ? Ternary.UNDEFINED
                            : Ternary.of(register.poweredUp()))
                    .toList();
        }

        /** What came before the reset counts for nothing: the reset must do with registers that hold anything. */
        @Nullable
        Counterexample refutation() throws InterruptedException {
            for (int cycle = run.warmUp(); cycle < run.cycles(); cycle++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                compute(cycle);
                Signal wrong = cycle < run.quiet() + latency ? null : wrong(cycle);
                if (wrong != null) {
                    return new Counterexample(signals(), shown, run.quiet() - run.warmUp(), wrong);
                }
            }
            return null;
        }

        private void compute(int cycle) {
            int[] frame = run.frames().get(cycle);
            List<List<Ternary>> inputs = new ArrayList<>();
            layout.inputs().forEach(slot -> inputs.add(slot.bits(frame)));
            var step = circuit.cycle(
                    Ternary.LOGIC, inputs, Collections.nCopies(circuit.free().size(), Ternary.UNDEFINED), state);
            state = step.next();
            defined.add(step.outputs());
            var row = new ArrayList<String>();
            inputs.forEach(port -> row.add(Ternary.digits(port)));
            step.outputs().forEach(port -> row.add(Ternary.digits(port)));
            int[] answer = IntStream.range(0, layout.outputWords())
                    .map(word -> found.word(0, episode, cycle, word))
                    .toArray();
            layout.outputs().forEach(slot -> row.add(Ternary.digits(slot.bits(answer))));
            shown.add(row);
        }

        private @Nullable Signal wrong(int cycle) {
            List<List<Ternary>> right = defined.get(cycle - latency - run.warmUp());
            for (int i = 0; i < layout.outputs().size(); i++) {
                Slot slot = layout.outputs().get(i);
                for (int bit = 0; bit < slot.width(); bit++) {
                    int word = slot.first() + bit / Integer.SIZE;
                    boolean suspect = (suspects(episode, cycle, word) >>> bit & 1) == 1;
                    boolean simulated = (expected.word(0, episode, cycle - latency, word) >>> bit & 1) == 1;
                    if (suspect && right.get(i).get(bit) == Ternary.of(simulated)) {
                        return new Signal(Side.CANDIDATE, slot.name(), slot.width());
                    }
                }
            }
            return null;
        }

        private List<Signal> signals() {
            var signals = new ArrayList<Signal>();
            circuit.inputs().forEach(port -> signals.add(Signal.of(Side.BOTH, port)));
            circuit.outputs().forEach(port -> signals.add(Signal.of(Side.SEED, port)));
            circuit.outputs().forEach(port -> signals.add(Signal.of(Side.CANDIDATE, port)));
            return signals;
        }
    }
}
