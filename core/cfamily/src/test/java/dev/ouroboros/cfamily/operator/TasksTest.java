package dev.ouroboros.cfamily.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.cfamily.syntax.Dialect;
import dev.ouroboros.cfamily.syntax.Source;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.space.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators on the sources of every task that comes with Ouroboros, as they are built by default. */
class TasksTest {
    private static final Path HOME = Path.of("../..");

    static Stream<Path> sources() throws IOException {
        return Stream.concat(sources("native/tasks", ".c"), sources("kernels/tasks", ".cl"));
    }

    static Stream<Path> cSources() throws IOException {
        return sources("native/tasks", ".c");
    }

    private static Stream<Path> sources(String folder, String ending) throws IOException {
        try (var files = Files.walk(HOME.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyPatchFitsAndLeavesWhatIsNotBuiltAsItWas(Path file) throws IOException, PatchFailure {
        var text = Files.readString(file);
        var dialect = dialect(file);
        var artifact = Applied.artifact(text);
        int patches = 0;
        for (var operator : Applied.operators(dialect)) {
            var found = operator.patches(artifact);
            assertEquals(found, operator.patches(artifact), "the same artifact gives the same patches");
            for (var patch : found) {
                var block = (Patch.BlockReplacement) patch;
                var changed = Patches.apply(artifact, patch, new EditScope(Set.of(Applied.PATH)))
                        .text(Applied.PATH);
                assertNotEquals(text, changed, operator.name());
                int start = text.indexOf(block.search());
                assertTrue(changed.startsWith(text.substring(0, start)), operator.name());
                assertTrue(
                        changed.endsWith(text.substring(start + block.search().length())), operator.name());
                assertTrue(
                        unsound(changed, dialect) <= unsound(text, dialect),
                        () -> operator.name() + " made this:\n" + block.replacement());
                patches++;
            }
        }
        assertTrue(patches > 0, "no operator has an idea for " + file);
    }

    @ParameterizedTest
    @MethodSource("cSources")
    void whatOperatorsMakeOfATaskInCCompiles(Path file, @TempDir Path folder) throws IOException, InterruptedException {
        var texts = new ArrayList<String>();
        for (var operator : Applied.operators(Dialect.C)) {
            var made = Applied.all(operator, Files.readString(file));
            for (int i = 0; i < made.size(); i += Math.max(1, made.size() / 2)) {
                texts.add(made.get(i));
            }
        }
        // Two or three of each operator's: the headers of intrinsics take long to read.
        new Gcc(folder).check(texts);
    }

    @ParameterizedTest
    @CsvSource({
        "softmax, VECTOR, 8",
        "utf8, VECTOR, 16",
        "base64, VECTOR, 32",
        "crc32, SLICES, 8",
        "levenshtein, BITS, 1",
        "fft1024, RADIX, 4"
    })
    void whatAParameterSwitchesOnIsMutatedToo(String task, String parameter, int value) throws IOException {
        var file = HOME.resolve("native/tasks/" + task + "/" + task + ".c");
        var plain = Applied.artifact(Files.readString(file));
        var switched = plain.with(
                Artifact.parametersPath("kernel"), ParameterFile.write(Setting.of(Map.of(parameter, value))));
        assertNotEquals(all(plain), all(switched), "other code is built, so other places are found");
    }

    private static List<Patch> all(Artifact artifact) {
        return Applied.operators(Dialect.C).stream()
                .flatMap(operator -> operator.patches(artifact).stream())
                .toList();
    }

    private static long unsound(String text, Dialect dialect) {
        return Source.parse(text, dialect, Map.of()).root().all("ERROR").count();
    }

    private static Dialect dialect(Path file) {
        return file.toString().endsWith(".cl") ? Dialect.OPENCL : Dialect.C;
    }
}
