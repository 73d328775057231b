package dev.ouroboros.benchmarks.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.guard.SourceGuard;
import dev.ouroboros.engine.arena.T1Reader;
import dev.ouroboros.engine.arena.T4;
import dev.ouroboros.engine.arena.T4Row;
import dev.ouroboros.engine.space.ParameterSpace;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.kernels.guard.OpenClSource;
import dev.ouroboros.kernels.task.KernelTaskReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The spaces of our own: what was recorded is what their tasks admit. */
class SpacesTest {
    private static final Path SPACES = Path.of("spaces");
    private static final String ENDING = ".T4.json.gz";
    private static final int RUNS = 32;

    @ParameterizedTest
    @MethodSource("recorded")
    void theRecordingHasEveryConfigurationOfTheTask(String name) throws Exception {
        var space = space(name);
        var rows = T4.rows(SPACES.resolve(name + ".T4.json.gz"));
        var admitted = new HashSet<>(Configurations.of(space));
        assertEquals(
                admitted, new HashSet<>(rows.stream().map(T4Row::configuration).toList()));
        assertTrue(700 <= rows.size() && rows.size() <= 1500, name + " has " + rows.size() + " configurations");
        for (var row : rows) {
            assertEquals(
                    Double.isNaN(row.value()) ? 0 : RUNS,
                    row.times().runs().size(),
                    () -> row.configuration().toString());
        }
        var description = T1Reader.read(SPACES.resolve(name + ".T1.json"));
        assertEquals(name, description.name());
        assertEquals(space.parameters(), description.space().parameters());
        assertEquals(admitted, new HashSet<>(Configurations.of(description.space())));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void theTaskCanBeRunAsAnyOther(String name) throws Exception {
        var task = TaskReader.read(SPACES.resolve(name), Set.of("opencl"));
        KernelTaskReader.read(task.parts().getFirst());
        SourceGuard.check(
                OpenClSource.DIALECT,
                name,
                Files.readString(SPACES.resolve(name).resolve(name + ".cl")));
    }

    private static List<String> recorded() throws IOException {
        try (var files = Files.list(SPACES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    private static ParameterSpace space(String name) throws TaskException {
        return TaskReader.read(SPACES.resolve(name), Set.of("opencl"))
                .parts()
                .getFirst()
                .parameters();
    }
}
