package dev.ouroboros.hdl.proof;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Runs a graph on random inputs, 64 runs at a time: most wrong designs are found out in milliseconds. */
final class Shots {
    private static final int CYCLES = 64;
    private static final int ROUNDS = 8;
    private static final int DULL = 3;
    private static final int LONG_ROUNDS = 24;
    private static final int LONG_CYCLES = 1000;

    /** Mostly an input is 1 once in 2 to the 10 cycles: so is a reset. */
    private static final int[] SELDOM = {9, 9, 9, 6, 0, -6, -9, -9};

    private final Aig aig;
    private final int output;
    private final RandomGenerator random;

    Shots(Aig aig, int output, RandomGenerator random) {
        this.aig = aig;
        this.output = output;
        this.random = random;
    }

    /** Returns a run that makes the output 1, or that none was found. */
    Answer fire() {
        int cycles = aig.latches().isEmpty() ? 1 : CYCLES;
        for (int round = 0; round < ROUNDS * CYCLES / cycles; round++) {
            Answer answer = round(cycles);
            if (answer instanceof Answer.Fails) {
                return answer;
            }
        }
        return new Answer.Open(0);
    }

    /**
     * Returns the latches that were 0 throughout long runs in which most inputs seldom change, so that counters come far; the
     * others are surely not 0 for ever.
     *
     * @param nanoseconds of this thread
     */
    Set<Integer> idle(long nanoseconds) {
        var idle = new TreeSet<Integer>(aig.latches().keySet());
        long end = Allowance.usedByThisThread() + nanoseconds;
        longRuns(LONG_ROUNDS, LONG_CYCLES, SELDOM, values -> {
            idle.removeIf(latch -> values[latch >> 1] != 0);
            return Allowance.usedByThisThread() < end;
        });
        return idle;
    }

    /**
     * Shows the values of every cycle of some runs, as long as more are wanted.
     *
     * @param rarities one of these says of each input and round how seldom it is 1, or 0 if less than zero
     */
    void longRuns(int rounds, int cycles, int[] rarities, Predicate<long[]> more) {
        boolean wanted = true;
        for (int round = 0; wanted && round < rounds; round++) {
            var values = new long[aig.size()];
            int[] rarity = random.ints(aig.inputs().size(), 0, rarities.length)
                    .map(i -> DULL + rarities[i])
                    .toArray();
            for (int cycle = 0; wanted && cycle < cycles; cycle++) {
                draw(rarity, values);
                compute(values);
                wanted = more.test(values);
                step(values);
            }
        }
    }

    /** Returns the latches that are 1 at some time of a run. */
    Set<Integer> busy(Answer.Fails run) {
        var busy = new TreeSet<Integer>();
        var values = new long[aig.size()];
        for (BitSet ones : run.inputs()) {
            for (int i = 0; i < aig.inputs().size(); i++) {
                values[aig.inputs().get(i) >> 1] = ones.get(i) ? -1 : 0;
            }
            compute(values);
            aig.latches().keySet().stream()
                    .filter(latch -> values[latch >> 1] != 0)
                    .forEach(busy::add);
            step(values);
        }
        return busy;
    }

    private int[] rarity() {
        return random.ints(aig.inputs().size(), 0, 2 * DULL + 1).toArray();
    }

    private long[] draw(int[] rarity, long[] values) {
        var words = new long[rarity.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(rarity[i]);
            values[aig.inputs().get(i) >> 1] = words[i];
        }
        return words;
    }

    private Answer round(int cycles) {
        var values = new long[aig.size()];
        var given = new ArrayList<long[]>();
        int[] rarity = rarity();
        for (int cycle = 0; cycle < cycles; cycle++) {
            given.add(draw(rarity, values));
            compute(values);
            long wrong = of(values, output);
            if (wrong != 0) {
                return lane(given, Long.numberOfTrailingZeros(wrong));
            }
            step(values);
        }
        return new Answer.Open(0);
    }

    /** Some inputs are mostly 0 or mostly 1 in a round, for a reset that always comes leaves nothing to see. */
    private long word(int rarity) {
        long word = random.nextLong();
        for (int i = 0; i < Math.abs(rarity - DULL); i++) {
            word = rarity > DULL ? word & random.nextLong() : word | random.nextLong();
        }
        return word;
    }

    private void compute(long[] values) {
        for (int variable = 1; variable < values.length; variable++) {
            int[] operands = aig.operands(variable);
            if (operands[0] >= 0) {
                values[variable] = of(values, operands[0]) & of(values, operands[1]);
            }
        }
    }

    private void step(long[] values) {
        var next = new ArrayList<Long>();
        aig.latches().values().forEach(literal -> next.add(of(values, literal)));
        int i = 0;
        for (int latch : aig.latches().keySet()) {
            values[latch >> 1] = next.get(i++);
        }
    }

    static long of(long[] values, int literal) {
        long value = values[literal >> 1];
        return (literal & 1) == 0 ? value : ~value;
    }

    private static Answer lane(List<long[]> given, int lane) {
        return new Answer.Fails(given.stream()
                .map(words -> {
                    var ones = new BitSet();
                    for (int i = 0; i < words.length; i++) {
                        ones.set(i, ((words[i] >>> lane) & 1) == 1);
                    }
                    return ones;
                })
                .toList());
    }
}
