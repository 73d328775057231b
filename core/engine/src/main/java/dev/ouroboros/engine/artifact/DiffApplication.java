package dev.ouroboros.engine.artifact;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies unified diffs. The library reads the hunks; this class splits the text by file, checks the paths, and insists
 * that every hunk fits where it says it does.
 */
final class DiffApplication {
    private DiffApplication() {}

    static Artifact apply(Artifact artifact, String text, EditScope scope) throws PatchFailure {
        var changed = artifact;
        var files = split(text);
        if (files.isEmpty()) {
            throw new PatchFailure("not a unified diff: it has no '--- path' and '+++ path' lines");
        }
        for (var file : files) {
            changed = applyOne(changed, file, scope);
        }
        return changed;
    }

    private static Artifact applyOne(Artifact artifact, List<String> diff, EditScope scope) throws PatchFailure {
        var path = path(diff.get(1));
        if (!path.equals(path(diff.get(0)))) {
            throw new PatchFailure("renames are not supported: " + diff.get(0) + " and " + diff.get(1));
        }
        scope.check(path);
        var before = artifact.text(path);
        var patch = UnifiedDiffUtils.parseUnifiedDiff(diff);
        if (patch.getDeltas().isEmpty()) {
            throw new PatchFailure("the diff of " + path + " has no hunks");
        }
        try {
            var after = patch.applyTo(Lines.of(before));
            return artifact.with(path, String.join("\n", after));
        } catch (PatchFailedException | IndexOutOfBoundsException e) {
            throw new PatchFailure("the diff does not fit " + path + ": " + e.getMessage());
        }
    }

    private static List<List<String>> split(String text) {
        var files = new ArrayList<List<String>>();
        var lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean header = lines.get(i).startsWith("--- ")
                    && i + 1 < lines.size()
                    && lines.get(i + 1).startsWith("+++ ");
            if (header) {
                files.add(new ArrayList<>());
            }
            if (!files.isEmpty()) {
                files.getLast().add(lines.get(i));
            }
        }
        return files;
    }

    private static String path(String header) {
        var name = header.substring(4).split("\t", 2)[0].strip();
        return name.startsWith("a/") || name.startsWith("b/") ? name.substring(2) : name;
    }
}
