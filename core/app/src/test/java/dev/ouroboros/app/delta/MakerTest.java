package dev.ouroboros.app.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge of edits, without processes: a body here is as good as the number in its text. */
class MakerTest {
    private static final String FILE = "search/Search.java";

    @TempDir
    Path folder;

    private BodyTask task;
    private final List<Editor.Answer> told = new ArrayList<>();
    private final List<Integer> measuredFrom = new ArrayList<>();

    @BeforeEach
    void begin() throws IOException, DeltaException {
        task = Bodies.read(folder, "100");
    }

    /** Proposes a list of texts. */
    private final class Listed implements Editor {
        private final List<String> texts;
        private final double thinking;
        private int next;

        Listed(double thinking, String... texts) {
            this.texts = List.of(texts);
            this.thinking = thinking;
        }

        @Override
        public Draft begin() {
            return next == texts.size()
                    ? new Draft(null, "", "", thinking)
                    : new Draft(Map.of(FILE, texts.get(next)), "by " + next++, "operators", thinking);
        }

        @Override
        public Draft tell(Answer answer) {
            told.add(answer);
            return begin();
        }
    }

    /** Areas scatter by a tenth; a text that is no number cannot be played. */
    private Stand.Measured measure(Body body, int first, int count) {
        measuredFrom.add(first);
        var text = body.files().get(FILE);
        if (text == null || !text.matches("[0-9.]+")) {
            return new Stand.Measured(List.of(), "BUILD", 0.5);
        }
        double level = Double.parseDouble(text) / 200;
        double[] areas = new double[count];
        for (int i = 0; i < count; i++) {
            areas[i] = level + 0.1 * new SplittableRandom(31L * (first + i) + text.hashCode()).nextDouble();
        }
        return new Stand.Measured(List.of(areas), "", 0.5);
    }

    private Making make(Effort effort, String... texts) throws Exception {
        return Maker.make(task, new Listed(1, texts), this::measure, effort, 3);
    }

    private static List<Integer> accepted(Making making) {
        return making.edits().stream().map(Making.Edit::evaluation).toList();
    }

    @Test
    void whatIsClearlyBetterIsAcceptedAndWhatIsNotIsNot() throws Exception {
        var making = make(new Effort(9, 9, 99), "120", "80", "nothing", "90", "60");
        assertEquals(List.of(2, 5), accepted(making));
        assertEquals(
                List.of(false, true, false, false),
                told.stream().map(Editor.Answer::accepted).limit(4).toList());
        assertEquals("BUILD", told.get(2).fault());
        assertTrue(told.get(1).logGain() > 0 && told.getFirst().logGain() < 0, told.toString());
        assertEquals(5, making.evaluations());
        assertEquals(1, making.failed());
        assertEquals("60", making.last(task.seed()).files().get(FILE));
        assertEquals("80", making.after(4, task.seed()).files().get(FILE));
        assertEquals("100", making.after(1, task.seed()).files().get(FILE));
    }

    @Test
    void whatMakesNoDifferenceIsSeldomAccepted() throws Exception {
        var texts = new String[200];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "100.000" + i;
        }
        assertTrue(make(new Effort(200, 200, 999), texts).edits().size() <= 3, "one in two hundred by chance");
    }

    @Test
    void aDecisionIsMadeWithSeedsThatNothingWasMeasuredWith() throws Exception {
        make(new Effort(9, 9, 99), "80", "60");
        var looks = measuredFrom.getFirst();
        var proofs = measuredFrom.stream().filter(first -> !first.equals(looks)).toList();
        assertEquals(4, proofs.size(), "each beside what stands");
        assertEquals(2, proofs.stream().distinct().count());
    }

    @Test
    void itEndsWithItsEffort() throws Exception {
        assertEquals(List.of(1), accepted(make(new Effort(1, 9, 99), "80", "60", "40")));
        assertEquals(2, make(new Effort(9, 2, 99), "80", "60", "40").evaluations());
        assertEquals(2, make(new Effort(9, 9, 2.5), "80", "60", "40").evaluations(), "each takes a second");
    }

    @Test
    void anEditOfWhatMayNotBeEditedIsRefused() {
        var failure = assertThrows(DeltaException.class, () -> task.edited(Map.of(FILE, "1", "search/More.java", "")));
        assertTrue(String.valueOf(failure.getMessage()).contains("More.java"), failure.getMessage());
    }
}
