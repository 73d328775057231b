package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.archive.BlobStore;
import dev.ouroboros.engine.evaluation.Attachment;
import dev.ouroboros.engine.evaluation.Evaluation;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import dev.ouroboros.engine.evaluation.Outcome;
import java.util.List;

/** Stores what stages attached before an event names it, so that no event names what is not there. */
record Keeper(BlobStore blobs) {

    Evaluation kept(Evaluation evaluation) {
        return new Evaluation(kept(evaluation.stages()), evaluation.screen());
    }

    List<StageResult> kept(List<StageResult> results) {
        return results.stream()
                .map(result -> new StageResult(result.stage(), kept(result.outcome()), result.seconds()))
                .toList();
    }

    Outcome kept(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed(var measurements, var log, var attachments) ->
                new Outcome.Passed(measurements, log, stored(attachments));
            case Outcome.Rejected(var reason, var message, var attachments) ->
                new Outcome.Rejected(reason, message, stored(attachments));
            case Outcome.Faulted _, Outcome.TimedOut _ -> outcome;
        };
    }

    private List<Attachment> stored(List<Attachment> attachments) {
        return attachments.stream().map(this::stored).toList();
    }

    private Attachment stored(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Made made -> {
                blobs.put(made.content());
                yield made.kept();
            }
            case Attachment.Kept kept -> kept;
        };
    }
}
