package dev.ouroboros.app.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.delta.Trace.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefereeTest {
    @TempDir
    Path folder;

    private HeldOut task;

    @BeforeEach
    void begin() throws Exception {
        task = HeldOut.read(Spaces.line(folder, "line", 80, 70, 60, 50, 40, 30, 20, 10));
    }

    /** Plays a list and notes what it was told. */
    private static final class Listed implements Chooser {
        private final List<Long> choices;
        private final List<Double> told = new ArrayList<>();
        private double cost;
        private int next;

        Listed(Long... choices) {
            this.choices = List.of(choices);
        }

        @Override
        public Choice begin() {
            return next == choices.size() ? new Choice(null, 0) : new Choice(Map.of("a", choices.get(next++)), 0.25);
        }

        @Override
        public Choice tell(double logGain, double seconds) {
            told.add(logGain);
            cost = seconds;
            return begin();
        }
    }

    @Test
    void onlyBetterValuesAreSteps() throws Exception {
        var player = new Listed(4L, 0L, 6L);
        var trace = Referee.play(task, 1, player);
        assertEquals(List.of(new Step(1, 1, 40), new Step(3, 3, 20)), rounded(trace));
        assertEquals(3, trace.evaluations());
        assertEquals(0.75, trace.thinking());
        assertEquals(Math.log(40 / 80.0), player.told.get(1), 1e-9);
        assertEquals(Math.log(2), player.told.get(2), 1e-9);
    }

    @Test
    void whatIsUnderWayWhenTheTimeIsUpDoesNotCount() throws Exception {
        int most = (int) task.extent().seconds();
        var trace = Referee.play(task, 1, new Listed(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 7L));
        assertEquals(most, trace.evaluations());
        assertTrue(trace.seconds() <= task.extent().seconds());
    }

    @Test
    void twiceTheChargeIsHalfTheTrials() throws Exception {
        var choices = new Long[] {0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L};
        int once = Referee.play(task, 1, new Listed(choices)).evaluations();
        var slowed = new Listed(choices);
        assertEquals(once / 2, Referee.play(task, 2, slowed).evaluations());
        assertEquals(2, slowed.cost, 1e-9);
    }

    @Test
    void aChoiceThatIsNoneIsRefused() {
        var failure = assertThrows(DeltaException.class, () -> Referee.play(task, 1, new Listed(99L)));
        assertTrue(String.valueOf(failure.getMessage()).contains("no configuration of line"));
        assertNull(task.at(Map.of("a", List.of(1))), "not even a value");
    }

    @Test
    void bothYardsticksTryEveryConfigurationOnce() throws Exception {
        for (var player : List.of(new RandomChooser(task, task.random(1)), new GreedyChooser(task, task.random(1)))) {
            var seen = new ArrayList<Object>();
            for (var choice = player.begin(); choice.values() != null; choice = player.tell(0, 1)) {
                seen.add(choice.values().get("a"));
            }
            assertEquals(8, seen.size());
            assertEquals(8, seen.stream().distinct().count());
        }
    }

    @Test
    void greedySearchGoesOnFromWhatIsBetter() throws Exception {
        var bowl = HeldOut.read(Spaces.bowl(folder, "bowl", 9));
        var trace = Referee.play(bowl, 1, new GreedyChooser(bowl, bowl.random(1)));
        assertTrue(Gap.area(trace, bowl.extent()) < 1, "it finds something");
    }

    private static List<Step> rounded(Trace trace) {
        return trace.steps().stream()
                .map(step -> new Step(
                        step.evaluation(),
                        Math.round(step.seconds() * 1e6) / 1e6,
                        Math.round(step.value() * 1e6) / 1e6))
                .toList();
    }
}
