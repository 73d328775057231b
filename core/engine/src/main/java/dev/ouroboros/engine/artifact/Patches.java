package dev.ouroboros.engine.artifact;

import dev.ouroboros.engine.artifact.Patch.BlockReplacement;
import dev.ouroboros.engine.artifact.Patch.ParameterSetting;
import dev.ouroboros.engine.artifact.Patch.UnifiedDiff;
import dev.ouroboros.engine.artifact.Patch.WholeFile;
import java.util.List;

/** Applies patches. Pure and strict: a patch fits exactly or not at all. */
public final class Patches {
    private Patches() {}

    /**
     * Applies patches in order.
     *
     * @throws PatchFailure if one does not fit, or touches what it may not
     */
    public static Artifact apply(Artifact artifact, List<Patch> patches, EditScope scope) throws PatchFailure {
        var changed = artifact;
        for (var patch : patches) {
            changed = apply(changed, patch, scope);
        }
        return changed;
    }

    /** Applies one patch. */
    public static Artifact apply(Artifact artifact, Patch patch, EditScope scope) throws PatchFailure {
        return switch (patch) {
            case UnifiedDiff(var text) -> DiffApplication.apply(artifact, text, scope);
            case BlockReplacement replacement -> replace(artifact, replacement, scope);
            case ParameterSetting(var part, var values) -> {
                var path = Artifact.parametersPath(part);
                var file = artifact.files().get(path);
                if (file == null) {
                    throw new PatchFailure("part '" + part + "' has no parameters to set");
                }
                var before = ParameterFile.read(file.text());
                for (var name : values.values().keySet()) {
                    if (!before.values().containsKey(name)) {
                        throw new PatchFailure("part '" + part + "' has no parameter '" + name + "'; it has "
                                + before.values().keySet());
                    }
                }
                yield artifact.with(path, ParameterFile.write(before.with(values)));
            }
            case WholeFile(var path, var text) -> {
                scope.check(path);
                yield artifact.with(path, text);
            }
        };
    }

    private static Artifact replace(Artifact artifact, BlockReplacement patch, EditScope scope) throws PatchFailure {
        scope.check(patch.path());
        var text = artifact.text(patch.path());
        if (patch.search().isEmpty()) {
            throw new PatchFailure("the text to replace in " + patch.path() + " is empty");
        }
        int at = text.indexOf(patch.search());
        if (at < 0) {
            throw new PatchFailure("the text to replace does not stand in " + patch.path() + ": " + brief(patch));
        }
        if (text.indexOf(patch.search(), at + 1) >= 0) {
            throw new PatchFailure(
                    "the text to replace stands in " + patch.path() + " more than once: " + brief(patch));
        }
        var changed = text.substring(0, at)
                + patch.replacement()
                + text.substring(at + patch.search().length());
        return artifact.with(patch.path(), changed);
    }

    private static String brief(BlockReplacement patch) {
        var line = patch.search().lines().findFirst().orElse("");
        return "'" + (line.length() > 80 ? line.substring(0, 80) + "…" : line) + "'";
    }
}
