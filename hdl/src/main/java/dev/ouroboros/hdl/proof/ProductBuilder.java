package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.Register;
import dev.ouroboros.hdl.task.Reset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Builds a {@link Product} once. */
final class ProductBuilder {
    /** Word operations for one pair of next values; a second or so for a hundred pairs. */
    private static final long WORK = 2_000_000;

    private final Map<Integer, Integer> joined;
    private final Set<Integer> broken = new TreeSet<>();
    private List<Integer> seedShown = List.of();
    private List<Integer> candidateShown = List.of();
    private BitSet tainted = new BitSet();

    private final Obligation obligation;
    private final Aig aig = new Aig();
    private final Rail.Rails rails = new Rail.Rails(aig);
    private final Circuit seed;
    private final Circuit candidate;

    /** @param joined registers of the candidate, each with the register of the seed that it is taken for */
    ProductBuilder(Obligation obligation, Map<Integer, Integer> joined) {
        this.obligation = obligation;
        this.joined = joined;
        this.seed = obligation.seed();
        this.candidate = obligation.candidate();
    }

    Product build() {
        List<Rail> seedState =
                new ArrayList<>(seed.registers().stream().map(this::seedStart).toList());
        List<Integer> powerUp =
                candidate.registers().stream().map(this::candidateStart).toList();
        List<Integer> candidateState = powerUp;
        var resetting = new ArrayList<Stimulus>();
        Reset reset = obligation.reset();
        for (int i = 0; reset != null && i < reset.cycles(); i++) {
            Stimulus stimulus = Stimulus.fresh(aig, obligation).resetting(aig, seed, reset);
            resetting.add(stimulus);
            seedState = seedCycle(stimulus, seedState).next();
            candidateState = candidateCycle(stimulus, candidateState).next();
        }
        Stimulus running = Stimulus.fresh(aig, obligation);
        // A graph without state keeps none of its own, so that engines for such graphs apply.
        boolean stateless = seed.registers().isEmpty() && candidate.registers().isEmpty();
        int started = stateless ? Aig.TRUE : aig.latch();
        if (!stateless) {
            aig.connect(started, Aig.TRUE);
        }
        int differs = run(started, running, seedState, candidateState);
        boolean doubtful = !tainted.isEmpty() || !seed.free().isEmpty();
        return new Product(aig, powerUp, resetting, running, differs, doubtful);
    }

    private Rail seedStart(Register register) {
        Boolean known = obligation.reset() == null ? register.poweredUp() : null;
        return known == null ? rails.undefined() : rails.constant(known);
    }

    private Integer candidateStart(Register register) {
        Boolean known = obligation.reset() == null ? register.poweredUp() : null;
        return known == null ? (Integer) aig.input() : aig.constant(known);
    }

    private Circuit.Cycle<Rail> seedCycle(Stimulus stimulus, List<Rail> state) {
        List<Rail> free = seed.free().stream().map(_ -> rails.undefined()).toList();
        List<List<Rail>> inputs = stimulus.inputs().stream()
                .map(port -> port.stream().map(rails::defined).toList())
                .toList();
        return seed.cycle(rails, inputs, free, state);
    }

    private Circuit.Cycle<Integer> candidateCycle(Stimulus stimulus, List<Integer> state) {
        return candidate.cycle(aig, stimulus.inputs(), stimulus.free(), state);
    }

    private int run(int started, Stimulus running, List<Rail> seedStart, List<Integer> candidateStart) {
        var first = new BitSet();
        for (int i = 0; i < seedStart.size(); i++) {
            first.set(i, seedStart.get(i).unknown() != Aig.FALSE);
        }
        tainted = Taint.spread(seed, first);
        var values = seedStart.stream()
                .map(rail -> StateBit.of(aig, started, rail.value()))
                .toList();
        var doubts = new ArrayList<StateBit>();
        var seedState = new ArrayList<Rail>();
        for (int i = 0; i < seedStart.size(); i++) {
            int doubt = Aig.FALSE;
            if (tainted.get(i)) {
                var bit = StateBit.of(aig, started, seedStart.get(i).unknown());
                doubts.add(bit);
                doubt = bit.shown();
            }
            seedState.add(new Rail(values.get(i).shown(), doubt));
        }
        var states = new ArrayList<StateBit>();
        for (int i = 0; i < candidateStart.size(); i++) {
            Integer twin = joined.get(i);
            if (twin != null && seedStart.get(twin).value() != candidateStart.get(i)) {
                broken.add(i);
            }
            states.add(twin == null ? StateBit.of(aig, started, candidateStart.get(i)) : values.get(twin));
        }
        seedShown = values.stream().map(StateBit::shown).toList();
        candidateShown = states.stream().map(StateBit::shown).toList();
        var seedCycle = seedCycle(running, seedState);
        var candidateCycle = candidateCycle(running, candidateShown);
        int doubted = 0;
        for (int i = 0; i < values.size(); i++) {
            values.get(i).follow(aig, seedCycle.next().get(i).value());
            if (tainted.get(i)) {
                doubts.get(doubted++).follow(aig, seedCycle.next().get(i).unknown());
            }
        }
        for (int i = 0; i < states.size(); i++) {
            Integer twin = joined.get(i);
            int next = candidateCycle.next().get(i);
            if (twin == null) {
                states.get(i).follow(aig, next);
            } else if (!Exhaustive.same(aig, seedCycle.next().get(twin).value(), next, WORK)) {
                broken.add(i);
            }
        }
        return differs(running, seedCycle.outputs(), candidateCycle.outputs());
    }

    private int differs(Stimulus running, List<List<Rail>> expected, List<List<Integer>> found) {
        int wrong = Aig.FALSE;
        for (int i = 0; i < expected.size(); i++) {
            if (sameNumber(expected.get(i), found.get(i))) {
                continue;
            }
            for (int bit = 0; bit < expected.get(i).size(); bit++) {
                Rail late = delayed(expected.get(i).get(bit));
                int mismatch = aig.xor(late.value(), found.get(i).get(bit));
                wrong = aig.or(wrong, aig.and(mismatch, aig.not(late.unknown())));
            }
        }
        return aig.and(wrong, aig.not(recentReset(running)));
    }

    private boolean sameNumber(List<Rail> expected, List<Integer> found) {
        return obligation.latency() == 0
                && expected.stream().allMatch(rail -> rail.unknown() == Aig.FALSE)
                && aig.sameNumber(expected.stream().map(Rail::value).toList(), found);
    }

    /** What the seed gave {@code latency} cycles ago; unknown before that. */
    private Rail delayed(Rail now) {
        Rail late = now;
        for (int i = 0; i < obligation.latency(); i++) {
            int value = aig.latch();
            aig.connect(value, late.value());
            int known = aig.latch();
            aig.connect(known, aig.not(late.unknown()));
            late = new Rail(value, aig.not(known));
        }
        return late;
    }

    /** While a reset fills a longer pipeline anew, the two cannot agree: not now and {@code latency} cycles after it. */
    private int recentReset(Stimulus running) {
        Reset reset = obligation.reset();
        if (reset == null || obligation.latency() == 0) {
            return Aig.FALSE;
        }
        int recent = running.resets(aig, seed, reset);
        int late = recent;
        for (int i = 0; i < obligation.latency(); i++) {
            int latch = aig.latch();
            aig.connect(latch, late);
            late = latch;
            recent = aig.or(recent, late);
        }
        return recent;
    }

    /** Returns the joined registers that are not proved to be alike. */
    Set<Integer> broken() {
        return broken;
    }

    /** Returns which registers behave alike on random inputs, those that may be undefined left out. */
    Map<Integer, Integer> alike(RandomGenerator random) {
        var literals = new ArrayList<>(seedShown);
        literals.addAll(candidateShown);
        List<Long> signatures = new Shots(aig, Aig.FALSE, random).signatures(literals);
        var seedBySignature = new HashMap<Long, Integer>();
        for (int i = seedShown.size() - 1; i >= 0; i--) {
            if (!tainted.get(i)) {
                seedBySignature.put(signatures.get(i), i);
            }
        }
        var found = new TreeMap<Integer, Integer>();
        for (int i = 0; i < candidateShown.size(); i++) {
            Integer twin = seedBySignature.get(signatures.get(seedShown.size() + i));
            if (twin != null) {
                found.put(i, twin);
            }
        }
        return found;
    }
}
