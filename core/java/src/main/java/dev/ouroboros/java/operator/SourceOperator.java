package dev.ouroboros.java.operator;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.layer.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * A rewrite as an operator on the sources of one part.
 *
 * @param paths of the editable files in an artifact
 * @param entry name of the method that is measured: only what it may come to is rewritten
 */
record SourceOperator(String name, Rewrite rewrite, List<String> paths, String entry, double promise)
        implements Operator {

    @Override
    public List<Patch> patches(Artifact artifact) {
        List<Patch> patches = new ArrayList<>();
        for (String path : paths) {
            Source source = artifact.files().containsKey(path) ? Source.parse(artifact.text(path), entry) : null;
            if (source != null) {
                for (List<Edit> edits : rewrite.of(source)) {
                    Patch patch = Edits.patch(path, source.text(), edits);
                    if (patch != null) {
                        patches.add(patch);
                    }
                }
            }
        }
        return List.copyOf(patches);
    }
}
