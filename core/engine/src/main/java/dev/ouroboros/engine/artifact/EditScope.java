package dev.ouroboros.engine.artifact;

import java.util.Set;

/** The paths a patch may touch. */
public record EditScope(Set<String> paths) {
    public EditScope {
        paths = Set.copyOf(paths);
    }
}
