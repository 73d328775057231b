package dev.ouroboros.app.delta.editor;

import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.WorkerServer;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Edits one body after the other with the proposer and the operators of a frozen version: {@code EditorMain CLASS_PATH}. Each
 * request is answered by {@code edit}, or by {@code end} if the version has no further one.
 */
public final class EditorMain {
    /** Begins: {@code folder} of the body's task, {@code seed}, {@code shifted}, and how many {@code evaluations} there are. */
    public static final String BEGIN = "begin";

    /** Tells what the last edit came to: {@code logGain}, or null and the {@code fault}, and whether it was {@code accepted}. */
    public static final String TELL = "tell";

    /** The body as the edit leaves it: {@code files} by path, who made it {@code by}, and the {@code credit} for it. */
    public static final String EDIT = "edit";

    /** There is no edit left. */
    public static final String END = "end";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final ClassLoader version;
    private @Nullable UnaryOperator<Map<String, Object>> editor;

    private EditorMain(ClassLoader version) {
        this.version = version;
    }

    public static void main(String[] arguments) throws IOException {
        try (var classes = new VersionClasses(urls(arguments[0]))) {
            Thread.currentThread().setContextClassLoader(classes);
            WorkerServer.serve(new EditorMain(classes)::answer);
        }
    }

    private Frame answer(Frame request) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        if (request.kind().equals(BEGIN)) {
            editor = editor();
        }
        if (editor == null) {
            throw new IllegalStateException("expected " + BEGIN + ", but found " + request.kind());
        }
        var answer = editor.apply(JSON.treeToValue(request.body(), MAP));
        var body = JSON.createObjectNode();
        body.put("thinking", 1e-9 * (threads.getCurrentThreadCpuTime() - start));
        answer.forEach((key, value) -> body.set(key, JSON.valueToTree(value)));
        return Frame.of(answer.isEmpty() ? END : EDIT, body);
    }

    /** The class that speaks with the version is loaded beside the version's own, so that it links to those. */
    @SuppressWarnings("unchecked")
    private UnaryOperator<Map<String, Object>> editor() {
        try {
            return (UnaryOperator<Map<String, Object>>) version.loadClass(VersionEditor.class.getName())
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version has no proposer that can be asked: " + e, e);
        }
    }

    private static URL[] urls(String classPath) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(classPath)
                .map(EditorMain::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("no path: " + path, e);
        }
    }
}
