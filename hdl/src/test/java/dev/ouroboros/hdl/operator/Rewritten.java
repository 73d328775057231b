package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an operator makes of a source. */
final class Rewritten {
    private static final String PATH = "design/t.sv";

    private Rewritten() {}

    /** Returns the source after each of the patches. */
    static List<String> all(String operator, String source) throws PatchFailure {
        var artifact = Artifact.of(Map.of()).with(PATH, source);
        var results = new ArrayList<String>();
        for (var patch : patches(operator, artifact)) {
            results.add(
                    Patches.apply(artifact, patch, new EditScope(Set.of(PATH))).text(PATH));
        }
        return results;
    }

    static String only(String operator, String source) throws PatchFailure {
        var all = all(operator, source);
        assertEquals(1, all.size(), () -> operator + " should have found one place, not " + all);
        return all.getFirst();
    }

    private static List<Patch> patches(String name, Artifact artifact) {
        return VerilogOperators.all().stream()
                .filter(operator -> operator.name().equals(name))
                .flatMap(operator -> operator.patches(artifact).stream())
                .toList();
    }
}
