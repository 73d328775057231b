package dev.ouroboros.benchmarks.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.ouroboros.app.planted.AppThatNamesALayer;
import dev.ouroboros.engine.planted.EngineWithAScreen;
import dev.ouroboros.engine.plantedleft.Left;
import dev.ouroboros.engine.plantedright.Right;
import dev.ouroboros.kernels.planted.KernelThatUsesTheApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks each rule with a class planted for it: a rule that cannot fail guards nothing. */
final class RulesCanFailTest {

    @Test
    void aClassInAForeignPackageIsFound() {
        assertBroken(Rules.livesInItsOwnPackage("engine"), AppThatNamesALayer.class);
    }

    @Test
    void anAppThatNamesALayerIsFound() {
        assertBroken(Rules.usesOnlyWhatItMay("app"), AppThatNamesALayer.class);
    }

    @Test
    void aLayerThatUsesTheAppIsFound() {
        assertBroken(Rules.usesOnlyWhatItMay("kernels"), KernelThatUsesTheApp.class);
    }

    @Test
    void aModuleWithoutALineIsFound() {
        AssertionError error = assertThrows(AssertionError.class, () -> Rules.usesOnlyWhatItMay("newcomer"));
        assertTrue(error.getMessage().contains("'newcomer'"));
    }

    @Test
    void aCycleInTheEngineIsFound() {
        assertBroken(Rules.ENGINE_HAS_NO_CYCLES, Left.class, Right.class);
    }

    @Test
    void anEngineWithAScreenIsFound() {
        assertBroken(Rules.ENGINE_KNOWS_NO_SCREEN_AND_NO_DEVICE, EngineWithAScreen.class);
    }

    @Test
    void aLayerNamedInAStringIsFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Planted.java"), "class Planted {\n    String layer = \"OpenCL\";\n}\n");
        assertEquals(List.of("Planted.java:2: String layer = \"OpenCL\";"), LayerWords.in(folder));
    }

    private static void assertBroken(ArchRule rule, Class<?>... planted) {
        assertTrue(rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation(), rule.getDescription());
    }
}
