package dev.ouroboros.engine.artifact;

import java.util.List;

/** Applies patches. */
public final class Patches {
    private Patches() {}

    /** Returns what the patches make of the artifact. */
    public static Artifact apply(Artifact artifact, List<Patch> patches, EditScope scope) throws PatchFailure {
        if (patches.isEmpty()) {
            throw new PatchFailure("nothing to apply within " + scope);
        }
        return artifact;
    }
}
