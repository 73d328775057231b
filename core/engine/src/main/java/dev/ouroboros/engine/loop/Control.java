package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.PairedSamples;
import java.util.List;

/**
 * A task that cannot be improved, with two artifacts whose difference has no effect. A run that ever accepts the
 * challenger halts.
 */
public record Control(Artifact incumbent, Artifact challenger, Rig rig) {

    Planner.ControlPair pair() {
        return new Planner.ControlPair(incumbent.digest(), challenger.digest());
    }

    List<PairedSamples> block() throws CandidateFailure, InterruptedException {
        return rig.dispatcher().block(incumbent, challenger);
    }
}
