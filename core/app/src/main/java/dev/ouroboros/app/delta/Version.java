package dev.ouroboros.app.delta;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A frozen version: what was built of it, once and for all.
 *
 * @param name as it was asked for, such as {@code HEAD~3}
 * @param origin the commit or the folder that it was built from
 * @param digest of its compiled classes: versions that differ in comments only are the same
 * @param classes folder of the classes
 */
public record Version(String name, String origin, String digest, Path classes) {

    /** Returns whether both play alike, whatever they are named. */
    public boolean sameAs(Version other) {
        return digest.equals(other.digest);
    }

    /** Returns its class path: its own classes and the libraries of others, which are the same for all versions. */
    String classPath() {
        var entries = new ArrayList<Path>(List.of(classes));
        entries.addAll(Libraries.ofOthers());
        return PlayerProcess.joined(entries);
    }
}
