package dev.ouroboros.engine.layer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import java.util.List;

/** A mutation of source that a layer contributes. Pure: the same artifact gives the same patches in the same order. */
public interface Operator {

    /** Returns its name, for the report's credit. */
    String name();

    /**
     * Returns how likely a change is to be right and of use before any was tried, relative to the best operators: above 0 and
     * at most 1. A rewrite that keeps the meaning is worth more trials than a blind change.
     */
    default double promise() {
        return 1;
    }

    /** Returns every patch this operator could make to the artifact; empty if it finds no place. */
    List<Patch> patches(Artifact artifact);
}
