package dev.ouroboros.agent.answer;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.PatchFailure;
import dev.ouroboros.engine.task.Task;
import java.util.List;

/** Finds the editable file that an answer means. */
final class Paths {
    private final List<String> editable;

    Paths(Task task) {
        this.editable = task.editScope().paths().stream().sorted().toList();
    }

    /** Returns the file that {@code named} means: its path, the end of it, or the only one there is. */
    String resolve(String named) throws PatchFailure {
        if (named.isEmpty() && editable.size() == 1) {
            return editable.getFirst();
        }
        if (named.isEmpty()) {
            throw new PatchFailure("an edit names no file; write FILE and one of " + editable + " before it");
        }
        var name = named.startsWith("./") ? named.substring(2) : named;
        if (editable.contains(name)) {
            return name;
        }
        var meant = editable.stream().filter(path -> path.endsWith("/" + name)).toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new PatchFailure("'" + named + "' " + (meant.isEmpty() ? "may not be edited" : "could mean " + meant)
                + "; editable here: " + editable);
    }

    /** Returns the file that {@code named} means; if it names none, the only one that has the lines. */
    String resolve(String named, Artifact current, String search) throws PatchFailure {
        if (named.isEmpty() && editable.size() > 1 && !search.isBlank()) {
            var having = editable.stream()
                    .filter(path -> current.text(path).contains(search.strip()))
                    .toList();
            if (having.size() == 1) {
                return having.getFirst();
            }
        }
        return resolve(named);
    }
}
