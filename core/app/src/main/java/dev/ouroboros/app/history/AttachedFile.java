package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Attachment;
import dev.ouroboros.engine.evaluation.Evaluation.StageResult;
import java.util.List;

/**
 * A file that a stage left of a candidate.
 *
 * @param stage its name, {@code part/stage}
 */
public record AttachedFile(String stage, Attachment file) {

    /** Returns where it is written below a folder of one's choice. */
    public String path() {
        return stage + "/" + file.name();
    }

    /** Returns the files that these stages left. */
    public static List<AttachedFile> of(List<StageResult> stages) {
        return stages.stream()
                .flatMap(result ->
                        result.outcome().attachments().stream().map(file -> new AttachedFile(result.stage(), file)))
                .toList();
    }
}
