package dev.ouroboros.engine.artifact;

import java.util.Set;

/** The files a patch may touch; parameters of a part are changed by {@link Patch.ParameterSetting} only. */
public record EditScope(Set<String> paths) {
    public EditScope {
        paths = Set.copyOf(paths);
    }

    void check(String path) throws PatchFailure {
        if (!paths.contains(path)) {
            throw new PatchFailure("'" + path + "' may not be edited; editable here: "
                    + paths.stream().sorted().toList());
        }
    }
}
