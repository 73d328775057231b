package dev.ouroboros.hdl.stage;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.tool.Design;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What of an artifact concerns one part. */
public final class Candidate {
    /** A value that could hold a second option for a tool is none of a parameter. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.'-]*");

    private Candidate() {}

    /**
     * Reads the design.
     *
     * @throws CandidateFailure if a file is missing, or the parameters are none of the task's
     */
    public static Design of(Part part, DesignTask task, Artifact artifact) throws CandidateFailure {
        var sources = libraries(part, task);
        for (String file : part.files()) {
            String path = part.name() + "/" + file;
            if (!artifact.files().containsKey(path)) {
                throw refused("the file " + path + " is missing");
            }
            sources.put(file, artifact.text(path));
        }
        return new Design(task, sources, definitions(parameters(part, artifact)));
    }

    /** Reads the unmodified design, which lies beside {@code task.toml}. */
    public static Design seed(Part part, DesignTask task) {
        var sources = libraries(part, task);
        for (String file : part.files()) {
            sources.put(file, read(Path.of(part.settings().file()).resolveSibling(file)));
        }
        try {
            return new Design(task, sources, definitions(part.parameters().defaults()));
        } catch (CandidateFailure e) {
            throw new IllegalStateException("the seed's parameters are not usable: " + e.outcome(), e);
        }
    }

    private static Map<String, String> libraries(Part part, DesignTask task) {
        Path folder = Path.of(part.settings().file()).toAbsolutePath().getParent();
        var sources = new LinkedHashMap<String, String>();
        for (Path library : task.libraries()) {
            sources.put(String.valueOf(folder == null ? library : folder.relativize(library)), read(library));
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " of the task cannot be read", e);
        }
    }

    private static Setting parameters(Part part, Artifact artifact) throws CandidateFailure {
        String path = Artifact.parametersPath(part.name());
        Setting setting = part.parameters().defaults();
        if (artifact.files().containsKey(path)) {
            try {
                setting = ParameterFile.read(artifact.text(path));
            } catch (IllegalArgumentException e) {
                throw refused(String.valueOf(e.getMessage()));
            }
        }
        String complaint = part.parameters().complaint(setting);
        if (complaint != null) {
            throw refused(complaint);
        }
        return setting;
    }

    private static Map<String, String> definitions(Setting setting) throws CandidateFailure {
        var definitions = new TreeMap<String, String>();
        for (var entry : setting.values().entrySet()) {
            String value = entry.getValue() instanceof Boolean truth
                    ? (truth ? "1" : "0")
                    : entry.getValue().toString();
            if (!VALUE.matcher(value).matches()) {
                throw refused("the parameter value '" + value + "' has characters that are no part of a constant");
            }
            definitions.put(entry.getKey(), value);
        }
        return definitions;
    }

    private static CandidateFailure refused(String message) {
        return new CandidateFailure(new Outcome.Rejected(Reason.BUILD, message));
    }
}
