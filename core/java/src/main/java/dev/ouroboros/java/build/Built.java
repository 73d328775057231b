package dev.ouroboros.java.build;

import java.util.Map;

/**
 * A candidate's class files by binary name.
 *
 * @param digest of the artifact
 * @param classes all of the task, without tests
 * @param editable those of them that come from editable files
 */
public record Built(String digest, Map<String, byte[]> classes, Map<String, byte[]> editable) {
    public Built {
        classes = Map.copyOf(classes);
        editable = Map.copyOf(editable);
    }
}
