package dev.ouroboros.sim;

import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.sim.Layout.Slot;
import dev.ouroboros.sim.Stimulus.Episode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws what designs are given. An episode is cut into phases, in each of which every port follows one pattern; in some of
 * them all ports follow the same, so that corners meet. Ports of one bit come in bursts, as handshakes do that wait for each
 * other.
 */
final class Drawing {
    /**
     * Cycles of the episodes, 10,000 in all: long ones for what takes long to come about, short ones for many starts. The
     * first and longest goes on undisturbed by resets.
     */
    private static final int[] LENGTHS = {3000, 1500, 1000, 1000, 500, 500, 500, 500, 250, 250, 250, 250, 250, 250};

    private static final int WARM_UP = 16;
    private static final int SHORTEST_PHASE = 16;
    private static final int LONGEST_PHASE = 512;
    private static final int LONGEST_BURST = 256;
    private static final int MOST_RESETS = 3;
    private static final int ATTEMPTS = 64;

    /** How likely a value stays as it is for another cycle. */
    private static final double[] HOLDS = {0, 0, 0, 0.5, 0.9, 0.97};

    private final Layout layout;
    private final @Nullable Reset reset;
    private final List<BigInteger> constants;
    private final @Nullable Manners manners;
    private final Random random;
    private final List<Deck> decks = new ArrayList<>();
    private final Deck unison;

    private Drawing(
            Layout layout,
            @Nullable Reset reset,
            List<BigInteger> constants,
            @Nullable Manners manners,
            Random random) {
        this.layout = layout;
        this.reset = reset;
        this.constants = constants;
        this.manners = manners;
        this.random = random;
        this.unison = new Deck(random);
        layout.inputs().forEach(_ -> decks.add(new Deck(random)));
    }

    /**
     * Draws a stimulus.
     *
     * @param manners what is assumed of inputs after the reset; null if nothing is
     * @param times how often as long as a screen's
     * @param reset null if designs have none
     * @param constants values that designs may look for, not empty
     */
    static Stimulus stimulus(
            Layout layout,
            @Nullable Reset reset,
            List<BigInteger> constants,
            @Nullable Manners manners,
            int times,
            RandomGenerator random) {
        var drawing = new Drawing(layout, reset, constants, manners, Random.from(random));
        var episodes = new ArrayList<Episode>();
        for (int length : LENGTHS) {
            episodes.add(drawing.episode(times * length, length == LENGTHS[0]));
        }
        return new Stimulus(episodes);
    }

    private Episode episode(int length, boolean undisturbed) {
        var frames = new ArrayList<int[]>();
        while (frames.size() < length) {
            phase(frames, Math.min(length - frames.size(), phaseLength()));
        }
        if (reset == null) {
            return new Episode(kept(frames, 0), 0, 0);
        }
        int warmUp = random.nextInt(WARM_UP);
        int quiet = warmUp + reset.cycles();
        boolean[] held = resets(length, warmUp, quiet, undisturbed);
        Slot slot = resetSlot(reset);
        for (int cycle = 0; cycle < length; cycle++) {
            frames.get(cycle)[slot.first()] = held[cycle] == reset.activeHigh() ? 1 : 0;
        }
        return new Episode(kept(frames, quiet), warmUp, quiet);
    }

    /** Draws anew what is not assumed to come; where nothing else does, the cycle before is repeated, or the episode ends. */
    private List<int[]> kept(List<int[]> frames, int quiet) {
        if (manners == null) {
            return frames;
        }
        for (int cycle = quiet; cycle < frames.size(); cycle++) {
            int[] frame = frames.get(cycle);
            for (int attempt = 0; attempt < ATTEMPTS && !manners.kept(frame); attempt++) {
                frame = other(frame, cycle);
            }
            if (!manners.kept(frame)) {
                if (cycle == quiet || !manners.kept(frames.get(cycle - 1))) {
                    return frames.subList(0, cycle);
                }
                frame = frames.get(cycle - 1);
            }
            frames.set(cycle, frame);
        }
        return frames;
    }

    /** Returns a frame with other values of some ports; the reset stays as it is. */
    private int[] other(int[] frame, int cycle) {
        int[] other = frame.clone();
        for (Slot slot : layout.inputs()) {
            boolean fixed = reset != null && slot.name().equals(reset.name());
            if (!fixed && random.nextBoolean()) {
                slot.put(unison.next().value(cycle, slot.width(), constants, random), other);
            }
        }
        return other;
    }

    private int phaseLength() {
        int doublings = Integer.numberOfTrailingZeros(LONGEST_PHASE / SHORTEST_PHASE);
        return SHORTEST_PHASE << random.nextInt(doublings + 1);
    }

    private void phase(List<int[]> frames, int cycles) {
        Pattern shared = shared();
        var drivers = new ArrayList<Driver>();
        for (int i = 0; i < layout.inputs().size(); i++) {
            drivers.add(
                    driver(layout.inputs().get(i), shared == null ? decks.get(i).next() : shared));
        }
        for (int cycle = 0; cycle < cycles; cycle++) {
            var frame = new int[layout.inputWords()];
            for (int i = 0; i < drivers.size(); i++) {
                layout.inputs().get(i).put(drivers.get(i).next(cycle), frame);
            }
            frames.add(frame);
        }
    }

    /** Constants do not stay for long, so that many of their combinations come. */
    private double hold(Pattern pattern) {
        return HOLDS[random.nextInt(pattern == Pattern.CONSTANTS ? 4 : HOLDS.length)];
    }

    /** One pattern for all inputs now and then; often that of constants, for a design may look for several at once. */
    private @Nullable Pattern shared() {
        return switch (random.nextInt(8)) {
            case 0 -> unison.next();
            case 1 -> Pattern.CONSTANTS;
            default -> null;
        };
    }

    private Driver driver(Slot slot, Pattern pattern) {
        return slot.width() == 1 && pattern != Pattern.ZEROS && pattern != Pattern.ONES
                ? new Bursts(random)
                : new Held(slot.width(), pattern, hold(pattern));
    }

    /** A few resets come in the middle, some of them shorter than they should be, others longer. */
    private boolean[] resets(int length, int warmUp, int quiet, boolean undisturbed) {
        var held = new boolean[length];
        for (int cycle = warmUp; cycle < quiet; cycle++) {
            held[cycle] = true;
        }
        int pulses = undisturbed ? 0 : 1 + random.nextInt(MOST_RESETS);
        for (int pulse = 0; pulse < pulses; pulse++) {
            int start = random.nextInt(quiet, length);
            int end = Math.min(length, start + 1 + random.nextInt(2 * (quiet - warmUp)));
            for (int cycle = start; cycle < end; cycle++) {
                held[cycle] = true;
            }
        }
        return held;
    }

    private Slot resetSlot(Reset named) {
        return layout.inputs().stream()
                .filter(slot -> slot.name().equals(named.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no input " + named.name()));
    }

    /** Gives one port its values. */
    private interface Driver {
        BigInteger next(int cycle);
    }

    /** Follows a pattern, staying at a value now and then. */
    private final class Held implements Driver {
        private final int width;
        private final Pattern pattern;
        private final double hold;
        private @Nullable BigInteger value;

        Held(int width, Pattern pattern, double hold) {
            this.width = width;
            this.pattern = pattern;
            this.hold = hold;
        }

        @Override
        public BigInteger next(int cycle) {
            BigInteger kept = value;
            if (kept == null || hold == 0 || random.nextDouble() >= hold) {
                kept = pattern.value(cycle, width, constants, random);
                value = kept;
            }
            return kept;
        }
    }

    /** One bit that stays 0 and 1 for some cycles each, a few or many. */
    private static final class Bursts implements Driver {
        private final Random random;
        private final int[] mean;
        private int value;

        Bursts(Random random) {
            this.random = random;
            this.value = random.nextInt(2);
            this.mean = new int[] {length(), length()};
        }

        private int length() {
            return 1 << random.nextInt(Integer.numberOfTrailingZeros(LONGEST_BURST) + 1);
        }

        @Override
        public BigInteger next(int cycle) {
            if (random.nextInt(mean[value]) == 0) {
                value = 1 - value;
            }
            return BigInteger.valueOf(value);
        }
    }

    /** All patterns in random order, again and again, so that each has its turn. */
    private static final class Deck {
        private final Random random;
        private final List<Pattern> left = new ArrayList<>();

        Deck(Random random) {
            this.random = random;
        }

        Pattern next() {
            if (left.isEmpty()) {
                left.addAll(List.of(Pattern.values()));
                Collections.shuffle(left, random);
            }
            return left.removeLast();
        }
    }
}
