package dev.ouroboros.app.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.ouroboros.app.Json;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.loop.LoopEvent.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What differs between two versions.
 *
 * @param parameters build-time constants with another value
 * @param files all other files with another content
 */
public record Change(List<ParameterChange> parameters, List<FileChange> files) {
    private static final int CONTEXT_LINES = 3;

    public Change {
        parameters = List.copyOf(parameters);
        files = List.copyOf(files);
    }

    /** One parameter; a value is {@code —} where the version has none. */
    public record ParameterChange(String part, String name, String before, String after) {}

    /**
     * One file.
     *
     * @param diff its unified diff, headers included; one line that says so if it is not text
     */
    public record FileChange(String path, List<String> diff) {
        public FileChange {
            diff = List.copyOf(diff);
        }
    }

    /** Returns whether nothing differs. */
    public boolean none() {
        return parameters.isEmpty() && files.isEmpty();
    }

    /**
     * Compares two versions.
     *
     * @param blobs the content of a file by its digest
     */
    public static Change between(Version before, Version after, Function<String, byte[]> blobs) {
        var parameters = new ArrayList<ParameterChange>();
        var files = new ArrayList<FileChange>();
        var paths = new TreeSet<>(before.files().keySet());
        paths.addAll(after.files().keySet());
        for (var path : paths) {
            var from = before.files().get(path);
            var to = after.files().get(path);
            if (from != null && from.equals(to)) {
                continue;
            }
            var old = content(from, blobs);
            var now = content(to, blobs);
            var part = path.substring(0, Math.max(0, path.indexOf('/')));
            if (path.equals(Artifact.parametersPath(part)) && isSetting(old) && isSetting(now)) {
                parameters.addAll(parameterChanges(part, setting(old), setting(now)));
            } else {
                files.add(new FileChange(path, diff(path, old, now)));
            }
        }
        return new Change(parameters, files);
    }

    private static byte[] content(@Nullable String digest, Function<String, byte[]> blobs) {
        return digest == null ? new byte[0] : blobs.apply(digest);
    }

    private static boolean isSetting(byte[] json) {
        try {
            return json.length == 0 || Json.mapper().readTree(json).isObject();
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static TreeMap<String, String> setting(byte[] json) {
        var values = new TreeMap<String, String>();
        if (json.length > 0) {
            Json.mapper()
                    .readTree(json)
                    .properties()
                    .forEach(entry -> values.put(
                            entry.getKey(),
                            entry.getValue().isString()
                                    ? entry.getValue().stringValue()
                                    : entry.getValue().toString()));
        }
        return values;
    }

    private static List<ParameterChange> parameterChanges(
            String part, TreeMap<String, String> before, TreeMap<String, String> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name ->
                        new ParameterChange(part, name, before.getOrDefault(name, "—"), after.getOrDefault(name, "—")))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static List<String> diff(String path, byte[] before, byte[] after) {
        if (isBinary(before) || isBinary(after)) {
            return List.of("binary file, " + before.length + " bytes before, " + after.length + " bytes after");
        }
        var old = lines(before);
        return UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + path, "b/" + path, old, DiffUtils.diff(old, lines(after)), CONTEXT_LINES);
    }

    private static boolean isBinary(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
}
