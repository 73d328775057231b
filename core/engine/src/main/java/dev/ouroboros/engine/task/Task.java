package dev.ouroboros.engine.task;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.EditScope;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.space.Setting;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What to improve.
 *
 * @param folder where {@code task.toml} lies
 * @param source the text of {@code task.toml}, kept with every run
 * @param objective decides what is accepted
 * @param watched other objectives: with the first one they say which accepted candidates no other dominates
 * @param seed the unmodified files and the default parameters of all parts
 */
public record Task(
        String name,
        String summary,
        Path folder,
        String source,
        List<Part> parts,
        Objective objective,
        List<Objective> watched,
        AcceptRule accept,
        Budget budget,
        Artifact seed) {
    public Task {
        parts = List.copyOf(parts);
        watched = List.copyOf(watched);
    }

    /**
     * Returns the part of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Part part(String partName) {
        return parts.stream()
                .filter(part -> part.name().equals(partName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("task " + name + " has no part " + partName
                        + "; it has " + parts.stream().map(Part::name).toList()));
    }

    /** Returns what a patch may touch: the editable files of all parts. */
    public EditScope editScope() {
        var paths = new HashSet<String>();
        parts.forEach(part -> part.files().forEach(file -> paths.add(part.name() + "/" + file)));
        return new EditScope(paths);
    }

    /**
     * Returns the parameter values of an artifact of this task, by part; parts without parameters are left out.
     *
     * @throws IllegalArgumentException if it lacks those of a part
     */
    public SortedMap<String, Setting> settings(Artifact artifact) {
        var settings = new TreeMap<String, Setting>();
        for (var part : parts) {
            if (!part.parameters().parameters().isEmpty()) {
                settings.put(part.name(), ParameterFile.read(artifact.text(Artifact.parametersPath(part.name()))));
            }
        }
        return settings;
    }

    /** Returns this task with another budget. */
    public Task withBudget(Budget other) {
        return new Task(name, summary, folder, source, parts, objective, watched, accept, other, seed);
    }
}
