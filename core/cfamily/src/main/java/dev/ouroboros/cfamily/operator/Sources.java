package dev.ouroboros.cfamily.operator;

import dev.ouroboros.cfamily.syntax.Dialect;
import dev.ouroboros.cfamily.syntax.Source;
import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parsed files of one part. All operators of a part look at the same few artifacts, so the latest are kept; safe for
 * use by several threads.
 */
final class Sources {
    private static final int KEPT = 32;

    private final String part;
    private final List<String> paths;
    private final Dialect dialect;
    private final Map<Key, Source> parsed = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Source> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String text, Map<String, String> macros) {}

    /**
     * @param part name of the part
     * @param paths its files that may be edited, as they stand in an artifact
     */
    Sources(String part, List<String> paths, Dialect dialect) {
        this.part = part;
        this.paths = List.copyOf(paths);
        this.dialect = dialect;
    }

    /** Returns path to source; what the parameters of the artifact switch off is masked. */
    Map<String, Source> of(Artifact artifact) {
        var macros = macros(artifact);
        var sources = new LinkedHashMap<String, Source>();
        for (var path : paths) {
            if (artifact.files().containsKey(path)) {
                sources.put(path, parsed(new Key(artifact.text(path), macros)));
            }
        }
        return sources;
    }

    private synchronized Source parsed(Key key) {
        var source = parsed.get(key);
        if (source == null) {
            source = Source.parse(key.text(), dialect, key.macros());
            parsed.put(key, source);
        }
        return source;
    }

    private Map<String, String> macros(Artifact artifact) {
        var file = artifact.files().get(Artifact.parametersPath(part));
        var macros = new TreeMap<String, String>();
        if (file != null) {
            ParameterFile.read(file.text())
                    .values()
                    .forEach((name, value) -> macros.put(
                            name, value instanceof Boolean flag ? (flag ? "1" : "0") : String.valueOf(value)));
        }
        return macros;
    }
}
