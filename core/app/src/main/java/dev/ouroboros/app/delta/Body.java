package dev.ouroboros.app.delta;

import dev.ouroboros.engine.artifact.Artifact;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Code that versions edit: a search, as text. Bodies of the same text are the same.
 *
 * @param files text by path, as in an artifact: what may be edited, and the values of the parameters
 */
record Body(SortedMap<String, String> files) {
    Body {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Body of(Map<String, String> files) {
        return new Body(new TreeMap<>(files));
    }

    static Body of(Artifact artifact) {
        var files = new TreeMap<String, String>();
        artifact.files().keySet().forEach(path -> files.put(path, artifact.text(path)));
        return new Body(files);
    }

    /** Returns its name: that of the artifact that it is. */
    String digest() {
        var artifact = Artifact.of(Map.of());
        for (var file : files.entrySet()) {
            artifact = artifact.with(file.getKey(), file.getValue());
        }
        return artifact.digest();
    }
}
