package dev.ouroboros.agent.answer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.artifact.Patches;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an answer as patches and tries them on the parent. Only the answer is read: nothing that a prompt contained has
 * any force here.
 */
public final class AnswerReader {
    private static final int WHY = 500;

    private final Task task;
    private final Paths paths;

    public AnswerReader(Task task) {
        this.task = task;
        this.paths = new Paths(task);
    }

    /** Reads an answer to a question about {@code parent}. */
    public Reading read(String answer, Artifact parent) {
        var found = Scan.of(answer);
        var why = found.rationale().length() <= WHY
                ? found.rationale()
                : found.rationale().substring(0, WHY) + "…";
        var patches = new ArrayList<Patch>();
        if (!found.error().isEmpty()) {
            return new Reading.Unusable(why, patches, found.error());
        }
        if (found.edits().isEmpty()) {
            return new Reading.Unusable(
                    why, patches, "the answer has no edit: neither a SEARCH block, nor a whole file, nor PARAMETERS");
        }
        try {
            var artifact = parent;
            for (var edit : found.edits()) {
                var patch = patch(edit, artifact);
                patches.add(patch);
                artifact = Patches.apply(artifact, patch, task.editScope());
            }
            checkParameters(artifact);
            return new Reading.Change(why, merged(patches), artifact);
        } catch (PatchFailure e) {
            return new Reading.Unusable(why, patches, String.valueOf(e.getMessage()));
        }
    }

    private Patch patch(Edit edit, Artifact current) throws PatchFailure {
        return switch (edit) {
            case Edit.Block(var path, var search, var replacement) -> {
                var file = paths.resolve(path, current, search);
                yield Blocks.fit(current.text(file), file, search, replacement);
            }
            case Edit.Whole(var path, var text) -> new Patch.WholeFile(paths.resolve(path), text);
            case Edit.Diff(var text) -> new Patch.UnifiedDiff(text);
            case Edit.Parameter(var part, var name, var value) -> Values.setting(task, part, name, value);
        };
    }

    private void checkParameters(Artifact artifact) throws PatchFailure {
        for (var setting : task.settings(artifact).entrySet()) {
            var complaint = task.part(setting.getKey()).parameters().complaint(setting.getValue());
            if (complaint != null) {
                throw new PatchFailure("part " + setting.getKey() + ": " + complaint);
            }
        }
    }

    /** One patch for all values of a part: parameters are set together, for constraints hold between them. */
    private static List<Patch> merged(List<Patch> patches) {
        Map<String, Setting> settings = new HashMap<>();
        var rest = new ArrayList<Patch>();
        for (var patch : patches) {
            if (patch instanceof Patch.ParameterSetting(var part, var values)) {
                settings.merge(part, values, Setting::with);
            } else {
                rest.add(patch);
            }
        }
        settings.keySet().stream()
                .sorted()
                .forEach(part ->
                        rest.add(new Patch.ParameterSetting(part, settings.getOrDefault(part, Setting.of(Map.of())))));
        return rest;
    }
}
