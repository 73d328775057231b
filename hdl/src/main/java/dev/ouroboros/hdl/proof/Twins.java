package dev.ouroboros.hdl.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Finds registers of two designs that behave alike on random inputs: a guess to be proved. A register of the seed that is
 * undefined at first, such as a word of a memory, is compared wherever it is defined.
 */
final class Twins {
    /** Pairs to look at, so that this stays a matter of seconds. */
    private static final long MOST = 1L << 26;

    private static final int SHORT_ROUNDS = 8;
    private static final int SHORT_CYCLES = 64;
    private static final int[] SHORT_RARITIES = {-3, -2, -1, 0, 1, 2, 3};
    private static final int ROUNDS = 32;
    private static final int CYCLES = 250;

    /** A reset may not come too often for a memory to be filled, and what fills it should differ. */
    static final int[] RARITIES = {0, 0, 0, 0, 0, 7, 7, -4};

    private final Shots shots;
    private final List<Rail> seed;
    private final List<Integer> candidate;
    private final Map<Integer, Integer> found = new TreeMap<>();

    private Twins(Shots shots, List<Rail> seed, List<Integer> candidate) {
        this.shots = shots;
        this.seed = seed;
        this.candidate = candidate;
    }

    /** Returns registers of the candidate, each with the register of the seed that it is like. */
    static Map<Integer, Integer> find(Aig aig, List<Rail> seed, List<Integer> candidate, RandomGenerator random) {
        var twins = new Twins(new Shots(aig, Aig.FALSE, random), seed, candidate);
        twins.defined();
        twins.undefinedAtFirst();
        return twins.found;
    }

    private void defined() {
        var literals = new ArrayList<>(seed.stream().map(Rail::value).toList());
        literals.addAll(candidate);
        // Of each literal a hash of its values: literals that are always equal have the same.
        var hashes = new long[literals.size()];
        shots.longRuns(SHORT_ROUNDS, SHORT_CYCLES, SHORT_RARITIES, values -> hash(literals, values, hashes));
        for (int round = 0; round < ROUNDS && isAmbiguous(hashes); round++) {
            shots.longRuns(1, CYCLES, RARITIES, values -> hash(literals, values, hashes));
        }
        var seedByHash = new HashMap<Long, Integer>();
        for (int i = seed.size() - 1; i >= 0; i--) {
            if (isDefined(i)) {
                seedByHash.put(hashes[i], i);
            }
        }
        for (int i = 0; i < candidate.size(); i++) {
            Integer twin = seedByHash.get(hashes[seed.size() + i]);
            if (twin != null) {
                found.put(i, twin);
            }
        }
    }

    private static boolean hash(List<Integer> literals, long[] values, long[] hashes) {
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hashes[i] * 0x9E3779B97F4A7C15L + Shots.of(values, literals.get(i));
        }
        return true;
    }

    /** Says whether registers of the seed cannot be told apart, as the high bits of two counters before these have come far. */
    private boolean isAmbiguous(long[] hashes) {
        long[] ofSeed = IntStream.range(0, seed.size())
                .filter(this::isDefined)
                .mapToLong(i -> hashes[i])
                .toArray();
        return Arrays.stream(ofSeed).distinct().count() < ofSeed.length;
    }

    private boolean isDefined(int register) {
        return seed.get(register).unknown() == Aig.FALSE;
    }

    private void undefinedAtFirst() {
        List<Integer> ours = IntStream.range(0, candidate.size())
                .filter(i -> !found.containsKey(i))
                .boxed()
                .toList();
        List<Guess> guesses = IntStream.range(0, seed.size())
                .filter(i -> !isDefined(i))
                .mapToObj(i -> new Guess(i, ours.size()))
                .toList();
        if (guesses.isEmpty() || (long) guesses.size() * ours.size() > MOST) {
            return;
        }
        var shown = new long[ours.size()];
        shots.longRuns(ROUNDS, CYCLES, RARITIES, values -> {
            for (int i = 0; i < shown.length; i++) {
                shown[i] = Shots.of(values, candidate.get(ours.get(i)));
            }
            guesses.forEach(guess -> guess.see(values, shown));
            return guesses.stream().anyMatch(Guess::isOpen);
        });
        for (Guess guess : guesses) {
            int twin = guess.possible.nextSetBit(0);
            if (guess.seen && twin >= 0) {
                found.putIfAbsent(ours.get(twin), guess.register);
            }
        }
    }

    /** What of the candidate a register of the seed may be like. */
    private final class Guess {
        private final int register;
        private final BitSet possible = new BitSet();
        private boolean seen;

        Guess(int register, int candidates) {
            this.register = register;
            possible.set(0, candidates);
        }

        boolean isOpen() {
            return !seen || possible.cardinality() > 1;
        }

        void see(long[] values, long[] shown) {
            Rail rail = seed.get(register);
            long known = ~Shots.of(values, rail.unknown());
            if (known != 0) {
                seen = true;
                long value = Shots.of(values, rail.value());
                for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
                    if (((value ^ shown[i]) & known) != 0) {
                        possible.clear(i);
                    }
                }
            }
        }
    }
}
