package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Dialect;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.layer.Operator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operators on one file. */
final class Applied {
    static final String PATH = "kernel/kernel.c";

    private Applied() {}

    static Artifact artifact(String text) {
        return Artifact.of(Map.of()).with(PATH, text);
    }

    static List<Operator> operators(Dialect dialect) {
        return CFamilyOperators.of("kernel", List.of("kernel.c"), dialect);
    }

    static Operator operator(String name, Dialect dialect) {
        return operators(dialect).stream()
                .filter(operator -> operator.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no operator " + name));
    }

    /** Returns every text that an operator makes of this one. */
    static List<String> all(Operator operator, String text) {
        var artifact = artifact(text);
        return operator.patches(artifact).stream()
                .map(patch -> {
                    try {
                        return Patches.apply(artifact, patch, new EditScope(Set.of(PATH)))
                                .text(PATH);
                    } catch (PatchFailure e) {
                        throw new AssertionError(operator.name() + " made a patch that does not fit", e);
                    }
                })
                .toList();
    }
}
