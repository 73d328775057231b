package dev.ouroboros.agent.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.propose.Observation;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LeadersTest {
    @Test
    void theBestComeFirstAndTheEarlierOfTwoEqualOnes() {
        var history = List.of(seen("a", 1), seen("b", 2), seen("c", 2), seen("d", 0), seen("e", 3));
        assertEquals(List.of("e", "b", "c"), names(Leaders.of(history, Observation::passed, 3)));
    }

    @Test
    void whatDidNotPassIsNotAmongThem() {
        var failed = observation("f", Double.NaN, Reason.BUILD);
        var history = List.of(failed, seen("a", 1), failed, seen("b", 2));
        assertEquals(List.of("b", "a"), names(Leaders.of(history, Observation::passed, 3)));
    }

    @Test
    void theyAreWhatSortingFinds() {
        var random = new SplittableRandom(1);
        var history = IntStream.range(0, 500)
                .mapToObj(i -> seen("candidate " + i, random.nextInt(100)))
                .toList();
        var sorted = history.stream()
                .sorted((one, other) -> Double.compare(other.logGain(), one.logGain()))
                .limit(8)
                .toList();
        assertEquals(names(sorted), names(Leaders.of(history, Observation::passed, 8)));
    }

    private static Observation seen(String name, double gain) {
        return observation(name, gain, null);
    }

    private static Observation observation(String name, double gain, @Nullable Reason failure) {
        return new Observation(name, null, Map.of(), name, List.of(), gain, failure, null);
    }

    private static List<String> names(List<Observation> observations) {
        return observations.stream().map(Observation::candidate).toList();
    }
}
