package dev.ouroboros.engine.layer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import java.util.List;

/** A mutation of source that a layer contributes. Pure: the same artifact gives the same patches in the same order. */
public interface Operator {

    /** Returns its name, for the report's credit. */
    String name();

    /** Returns every patch this operator could make to the artifact; empty if it finds no place. */
    List<Patch> patches(Artifact artifact);
}
