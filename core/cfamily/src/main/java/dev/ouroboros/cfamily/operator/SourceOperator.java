package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Edits;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Patch;
import dev.ouroboros.engine.layer.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A rewrite as an operator on the sources of one part. */
record SourceOperator(String name, Rewrite rewrite, Sources sources) implements Operator {

    @Override
    public List<Patch> patches(Artifact artifact) {
        var patches = new ArrayList<Patch>();
        sources.of(artifact)
                .forEach((path, source) -> rewrite.of(source).stream()
                        .map(edits -> Edits.patch(path, source.text(), edits))
                        .filter(Objects::nonNull)
                        .forEach(patches::add));
        return List.copyOf(patches);
    }
}
