package dev.ouroboros.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.measure.SecretRandom;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.sim.Layout.Clock;
import dev.ouroboros.sim.Layout.Slot;
import dev.ouroboros.sim.Stimulus.Episode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn for a design of three inputs. */
class DrawingTest {
    private static final Reset RESET = new Reset("rst", true, false, 3);
    private static final Layout LAYOUT = new Layout(
            Clock.RISING, List.of(new Slot("rst", 1, 0), new Slot("valid", 1, 1), new Slot("wide", 40, 2)), List.of());
    private static final BigInteger CONSTANT = BigInteger.valueOf(0xBEEF_CAFE_42L);

    private final Stimulus stimulus =
            Drawing.stimulus(LAYOUT, RESET, List.of(CONSTANT), null, 1, SecretRandom.ofKey("00".repeat(32)));

    @Test
    void thereAreTenThousandCyclesInManyStarts() {
        assertEquals(10_000, stimulus.cycles());
        assertTrue(stimulus.episodes().size() > 10);
    }

    @Test
    void everyStartIsResetForAsLongAsTheTaskSaysAndSomeAreResetAgain() {
        int again = 0;
        for (Episode episode : stimulus.episodes()) {
            assertEquals(3, episode.quiet() - episode.warmUp());
            for (int cycle = 0; cycle < episode.quiet(); cycle++) {
                assertEquals(cycle >= episode.warmUp() ? 1 : 0, episode.frames().get(cycle)[0]);
            }
            again += (int) episode.frames().stream()
                    .skip(episode.quiet())
                    .filter(frame -> frame[0] == 1)
                    .count();
        }
        assertTrue(again > 0);
    }

    @Test
    void severalConstantsAtOnceAreSeldomMissed() {
        var layout = new Layout(Clock.RISING, List.of(new Slot("a", 8, 0), new Slot("b", 8, 1)), List.of());
        List<BigInteger> constants = List.of(0, 7, 8, 9, 0x5a, 0xc3).stream()
                .map(BigInteger::valueOf)
                .toList();
        long met = IntStream.range(0, 200)
                .filter(run -> Drawing.stimulus(
                                layout, null, constants, null, 1, SecretRandom.ofKey(String.format("%064d", run)))
                        .episodes()
                        .stream()
                        .flatMap(episode -> episode.frames().stream())
                        .anyMatch(frame -> frame[0] == 0x5a && frame[1] == 0xc3))
                .count();
        assertTrue(met >= 199, () -> met + " of 200 stimuli have both constants in one cycle");
    }

    @Test
    void cornersAndConstantsAreAmongTheValues() {
        long most = (1L << 40) - 1;
        var wanted = Set.of(
                0L,
                1L,
                most,
                most - 1,
                1L << 39,
                most >> 1,
                0x55_5555_5555L,
                0xAA_AAAA_AAAAL,
                1L << 20,
                most ^ (1L << 20),
                CONSTANT.longValue(),
                CONSTANT.longValue() + 1,
                CONSTANT.longValue() - 1);
        assertTrue(values().containsAll(wanted), () -> "missing of " + wanted);
    }

    @Test
    void aPortOfOneBitComesInLongAndShortBursts() {
        var valid = new StringBuilder();
        stimulus.episodes().forEach(episode -> episode.frames().forEach(frame -> valid.append(frame[1])));
        var lengths = Arrays.stream(valid.toString().split("(?<=0)(?=1)|(?<=1)(?=0)"))
                .map(String::length)
                .collect(Collectors.toSet());
        assertTrue(lengths.contains(1) && lengths.stream().anyMatch(length -> length > 50), lengths::toString);
    }

    @Test
    void anotherSecretGivesOtherValues() {
        var other = Drawing.stimulus(LAYOUT, RESET, List.of(CONSTANT), null, 1, SecretRandom.ofKey("01".repeat(32)));
        assertNotEquals(
                Arrays.toString(stimulus.episodes().getFirst().frames().get(100)),
                Arrays.toString(other.episodes().getFirst().frames().get(100)));
    }

    private Set<Long> values() {
        return stimulus.episodes().stream()
                .flatMap(episode -> episode.frames().stream())
                .map(frame -> Integer.toUnsignedLong(frame[2]) | (long) frame[3] << 32)
                .collect(Collectors.toSet());
    }
}
