package dev.ouroboros.benchmarks.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ouroboros.benchmarks.tuning.Subject.LeftOut;
import dev.ouroboros.engine.search.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen without the space that it is scored on. */
class CrossValidationTest {
    private static final Subject A1 = Subject.of("a_1");
    private static final Subject A2 = Subject.of("a_2");
    private static final Subject B1 = Subject.of("b_1");
    private static final Subject C2 = Subject.of("c_2");
    private static final List<Subject> ALL = List.of(A1, A2, B1, C2);
    private static final List<String> BOTH = List.of("x", "y");

    private final CrossValidation<String> validation = new CrossValidation<>(Map.of(
            A1, Map.of("x", 1.0, "y", 0.0),
            A2, Map.of("x", 0.9, "y", 0.0),
            B1, Map.of("x", 0.5, "y", 0.6),
            C2, Map.of("x", 0.5, "y", 0.7)));

    @TempDir
    Path folder;

    @Test
    void aSpaceIsNamedByItsKernelAndItsDevice() {
        assertEquals(new Subject("a_b_c", "a", "b_c"), Subject.of("a_b_c"));
        assertEquals("plain", Subject.of("plain").kernel());
    }

    @Test
    void whatIsLeftOutIsNotSeen() {
        assertEquals(ALL, LeftOut.NOTHING.seen(A1, ALL));
        assertEquals(List.of(B1, C2), LeftOut.KERNEL.seen(A1, ALL));
        assertEquals(List.of(C2), LeftOut.KERNEL_AND_DEVICE.seen(A1, ALL));
    }

    @Test
    void theScoreIsThatOfWhatWasChosenWithoutTheSpace() {
        assertEquals("x", validation.best(ALL, BOTH));
        assertEquals(0.725, validation.leaving(LeftOut.NOTHING, ALL, ALL, BOTH), 1e-12);
        // Without a, y is the best on what is left, and scores 0 on both spaces of a; b and c get x.
        assertEquals((0 + 0 + 0.5 + 0.5) / 4, validation.leaving(LeftOut.KERNEL, ALL, ALL, BOTH), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> validation.best(List.of(), BOTH));
    }

    @Test
    void playsAreKeptAndALineThatWasCutOffIsNot() throws IOException {
        var file = folder.resolve("raw.jsonl");
        Plays.open(file).add(new Plays.Line("a_1", Hyperparameters.DEFAULT, List.of(0.5, 0.25)));
        Files.writeString(file, "{\"space\": \"b_1\", \"hyperp", StandardOpenOption.APPEND);
        var again = Plays.open(file);
        assertEquals(List.of(0.5, 0.25), again.of("a_1", Hyperparameters.DEFAULT));
        assertNull(again.of("b_1", Hyperparameters.DEFAULT));
        again.add(new Plays.Line("b_1", Hyperparameters.DEFAULT, List.of(1.0)));
        assertNotNull(Plays.open(file).of("b_1", Hyperparameters.DEFAULT));
    }

    @Test
    void whatRunsUseIsACandidateAndNoneIsThereTwice() {
        var candidates = Candidates.all();
        assertEquals(Hyperparameters.DEFAULT, candidates.getFirst());
        assertEquals(candidates.size(), candidates.stream().distinct().count());
    }
}
