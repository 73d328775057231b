package dev.ouroboros.benchmarks.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ArchitectureTest {

    static List<String> modules() throws IOException {
        return Modules.folders();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleLivesInItsOwnPackage(String folder) {
        Rules.livesInItsOwnPackage(Modules.name(folder)).check(Modules.classesOf(folder));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleUsesOnlyWhatItMay(String folder) {
        Rules.usesOnlyWhatItMay(Modules.name(folder)).check(Modules.classesOf(folder));
    }

    @Test
    void thePackagesOfTheEngineFormNoCycle() {
        Rules.ENGINE_HAS_NO_CYCLES.allowEmptyShould(true).check(Modules.classesOf("core/engine"));
    }

    @Test
    void theEngineKnowsNoScreenAndNoDevice() {
        Rules.ENGINE_KNOWS_NO_SCREEN_AND_NO_DEVICE.check(Modules.classesOf("core/engine"));
    }

    @Test
    void theEngineNamesNoLayer() throws IOException {
        assertEquals(List.of(), LayerWords.in(Modules.root().resolve("core/engine/src/main/java")));
    }
}
