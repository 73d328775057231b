package dev.ouroboros.cfamily.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.Blob;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What of an artifact concerns one part.
 *
 * @param digest of the whole artifact
 * @param sources text by file name, in the task's order
 */
public record Candidate(String digest, Map<String, String> sources, Setting parameters) {
    /** A value that could hold a second option for the compiler is none of a parameter. */
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.+=-]*");

    /**
     * Reads it.
     *
     * @throws CandidateFailure if a file is missing, or the parameters are none of the task's
     */
    public static Candidate of(Part part, Artifact artifact) throws CandidateFailure {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String file : part.files()) {
            sources.put(file, text(artifact, part.name() + "/" + file));
        }
        return new Candidate(artifact.digest(), sources, parameters(part, artifact));
    }

    /** Returns the unmodified files, which lie beside {@code task.toml}. */
    public static Candidate seed(Part part) {
        Path task = Path.of(part.settings().file());
        Map<String, Blob> files = new HashMap<>();
        try {
            for (String file : part.files()) {
                files.put(part.name() + "/" + file, Blob.of(Files.readAllBytes(task.resolveSibling(file))));
            }
            return Candidate.of(part, Artifact.of(files));
        } catch (IOException e) {
            throw new UncheckedIOException("the seed, which is the reference, cannot be read", e);
        } catch (CandidateFailure e) {
            throw new IllegalStateException("the seed is not usable: " + e.outcome(), e);
        }
    }

    /** Returns the parameters as options of the compiler. */
    public List<String> definitions() {
        return parameters.values().entrySet().stream()
                .map(entry -> "-D" + entry.getKey() + "=" + text(entry.getValue()))
                .toList();
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
        for (Object value : setting.values().values()) {
            if (!VALUE.matcher(text(value)).matches()) {
                throw refused("the parameter value '" + value + "' has characters that are no part of a constant");
            }
        }
        return setting;
    }

    /** C has numbers where Python has words. */
    private static String text(Object value) {
        return value instanceof Boolean truth ? (truth ? "1" : "0") : value.toString();
    }

    private static String text(Artifact artifact, String path) throws CandidateFailure {
        if (!artifact.files().containsKey(path)) {
            throw refused("the file " + path + " is missing");
        }
        return artifact.text(path);
    }

    private static CandidateFailure refused(String message) {
        return new CandidateFailure(new Outcome.Rejected(Reason.BUILD, message));
    }
}
