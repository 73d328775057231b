package dev.ouroboros.engine.artifact;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.TreeSet;

/** Shows what differs between two artifacts. */
public final class Diffs {
    private static final int CONTEXT = 3;

    private Diffs() {}

    /** Returns a unified diff of all files that differ; empty if none do. */
    public static String unified(Artifact before, Artifact after) {
        var text = new StringBuilder();
        var paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        for (var path : paths) {
            var old = lines(before, path);
            var patch = DiffUtils.diff(old, lines(after, path));
            UnifiedDiffUtils.generateUnifiedDiff("a/" + path, "b/" + path, old, patch, CONTEXT)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static List<String> lines(Artifact artifact, String path) {
        return artifact.files().containsKey(path) ? Lines.of(artifact.text(path)) : List.of();
    }
}
