package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
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

    private static final int ROUNDS = 8;
    private static final int CYCLES = 250;

    private final Map<Integer, Integer> joined;
    private final Map<Integer, Integer> twins = new HashMap<>();
    private final Set<Integer> broken = new TreeSet<>();
    /** Of pairs that are not known to follow each other: when they do not. */
    private final Map<Integer, Integer> open = new TreeMap<>();

    private List<Rail> seedShown = List.of();
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
        joined.forEach((ours, theirs) -> twins.putIfAbsent(theirs, ours));
    }

    Product build() {
        var powerUp = PowerUp.of(aig, obligation);
        List<Integer> candidateState = powerUp.candidate(aig, obligation);
        List<Rail> seedState = seedStart(powerUp);
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
        int differs = run(started, running, aligned(seedState, candidateState), candidateState);
        boolean doubtful = !tainted.isEmpty() || !seed.free().isEmpty();
        return new Product(aig, powerUp, resetting, running, differs, doubtful, obligation.latency());
    }

    private List<Rail> seedStart(PowerUp powerUp) {
        return seed.registers().stream()
                .map(register -> {
                    Boolean known = register.poweredUp();
                    Rail initial = rails.defined(powerUp.initial());
                    return known == null
                            ? rails.undefined()
                            : rails.mux(initial, rails.undefined(), rails.constant(known));
                })
                .toList();
    }

    /**
     * Gives each register of the seed, where the reset left it undefined, the value that the register taken for it has: nobody
     * may rely on it, and so a word of a memory is the same in both from the start.
     */
    private List<Rail> aligned(List<Rail> seedStart, List<Integer> candidateStart) {
        var aligned = new ArrayList<>(seedStart);
        twins.forEach((theirs, ours) -> {
            Rail start = seedStart.get(theirs);
            int value = aig.mux(start.unknown(), start.value(), candidateStart.get(ours));
            aligned.set(theirs, new Rail(value, start.unknown()));
        });
        return aligned;
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
            if (twin != null && !same(seedStart.get(twin).value(), candidateStart.get(i), new BitSet())) {
                broken.add(i);
            }
            states.add(twin == null ? StateBit.of(aig, started, candidateStart.get(i)) : values.get(twin));
        }
        seedShown = seedState;
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
        // That two registers follow each other from any state is more than is needed, and easier to see.
        var shown = new BitSet();
        values.forEach(bit -> shown.set(bit.shown() >> 1));
        candidateShown.forEach(literal -> shown.set(literal >> 1));
        for (int i = 0; i < states.size(); i++) {
            Integer twin = joined.get(i);
            int next = candidateCycle.next().get(i);
            if (twin == null) {
                states.get(i).follow(aig, next);
            } else if (!same(seedCycle.next().get(twin).value(), next, shown)) {
                open.put(i, aig.xor(seedCycle.next().get(twin).value(), next));
            }
        }
        int differs = differs(running, seedCycle.outputs(), candidateCycle.outputs());
        for (int parted : open.values()) {
            differs = aig.or(differs, parted);
        }
        return differs;
    }

    private boolean same(int a, int b, BitSet cut) {
        return Exhaustive.same(aig, a, b, cut, WORK);
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

    /** Returns the joined registers that are surely not alike, or do not start so. */
    Set<Integer> broken(RandomGenerator random) {
        if (broken.isEmpty() && !open.isEmpty()) {
            new Shots(aig, Aig.FALSE, random).longRuns(ROUNDS, CYCLES, Twins.RARITIES, values -> {
                open.forEach((i, parted) -> {
                    if (Shots.of(values, parted) != 0) {
                        broken.add(i);
                    }
                });
                return broken.size() < open.size();
            });
        }
        return broken;
    }

    /** Returns the joined registers of which the product says itself whether they stay alike. */
    Set<Integer> open() {
        return open.keySet();
    }

    /** Returns which registers behave alike on random inputs, as far as those of the seed are defined. */
    Map<Integer, Integer> alike(RandomGenerator random) {
        return Twins.find(aig, seedShown, candidateShown, random);
    }
}
