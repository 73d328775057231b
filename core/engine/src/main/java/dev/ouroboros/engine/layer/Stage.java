package dev.ouroboros.engine.layer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.Outcome;

/** One step of the cascade. Implementations must be safe to run for several candidates at once. */
public interface Stage {

    /** Returns its name, unique within the part. */
    String name();

    /** Returns what it costs. */
    CostClass cost();

    /** Returns what the machine must have for it, for example a device or a tool; shown where it is missing. */
    String capability();

    /**
     * Judges one candidate. What it says reaches proposers, so it names nothing that is held out. An interrupt ends it promptly and leaves no process behind.
     *
     * @param candidate the whole artifact, of all parts
     */
    Outcome run(Artifact candidate) throws InterruptedException;
}
