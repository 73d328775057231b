package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.data.Comparison;
import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.data.Values;
import dev.ouroboros.cfamily.reference.Answer;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Contract;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether what a launch left behind is right. */
public final class Judge {
    private final Contract task;
    private final Set<Defence> defences;

    Judge(Contract task, Set<Defence> defences) {
        this.task = task;
        this.defences = defences;
    }

    /** Compares every element of every output. */
    void inFull(Rig rig, int launch, Inputs inputs, Answer answer) throws CandidateFailure {
        checkConduct(rig, launch, inputs);
        for (Argument.Buffer buffer : task.outputs()) {
            Values output = finite(rig, launch, buffer);
            reject(Comparison.complaint(output, buffer.name(), answer, task.tolerance()));
        }
    }

    /** Compares some elements of every output; all must be finite. */
    void atSpots(Rig rig, int launch, Inputs inputs, Answer answer, Spots spots) throws CandidateFailure {
        checkConduct(rig, launch, inputs);
        for (Argument.Buffer buffer : task.outputs()) {
            Values output = finite(rig, launch, buffer);
            Spots.Of of = spots.of(buffer.name());
            for (int i = 0; i < of.positions().length; i++) {
                reject(Comparison.complaint(
                        output, buffer.name(), of.positions()[i], of.expected()[i], answer, task.tolerance()));
            }
        }
    }

    /** Once for all launches of a batch. */
    void zones(Rig rig) throws CandidateFailure {
        reject(rig.strayed() ? "it wrote outside of its buffers" : null);
    }

    private void checkConduct(Rig rig, int launch, Inputs inputs) throws CandidateFailure {
        if (defences.contains(Defence.KEPT_INPUTS)) {
            reject(rig.trespass(launch, inputs));
        }
    }

    private static Values finite(Rig rig, int launch, Argument.Buffer buffer) throws CandidateFailure {
        Values output = rig.output(launch, buffer);
        int place = Comparison.notFinite(output);
        reject(place < 0 ? null : buffer.name() + "[" + place + "] is no finite number; maybe it was never written");
        return output;
    }

    private static void reject(@Nullable String complaint) throws CandidateFailure {
        if (complaint != null) {
            throw Blame.rejected(Reason.INCORRECT, complaint);
        }
    }
}
