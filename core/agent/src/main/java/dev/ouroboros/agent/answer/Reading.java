package dev.ouroboros.agent.answer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import java.util.List;

/** What an answer came to. */
public sealed interface Reading {

    /**
     * A change that fits.
     *
     * @param patches in order
     * @param artifact what they make of the parent
     */
    record Change(String rationale, List<Patch> patches, Artifact artifact) implements Reading {
        public Change {
            patches = List.copyOf(patches);
        }
    }

    /**
     * No change, or one that does not fit.
     *
     * @param rationale what stood before the edits
     * @param patches as far as they could be read
     * @param error exactly what is wrong, for the model
     */
    record Unusable(String rationale, List<Patch> patches, String error) implements Reading {
        public Unusable {
            patches = List.copyOf(patches);
        }
    }
}
