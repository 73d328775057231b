package dev.ouroboros.app.delta.player;

import dev.ouroboros.engine.process.Frame;
import dev.ouroboros.engine.process.WorkerServer;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays one game after the other with the search of a frozen version: {@code Player CLASS_PATH}. The version's classes are
 * loaded apart from those of this process, so that it sees its own engine and never this one.
 *
 * <p>{@code begin} tells the points there are and the seed, {@code tell} what the last choice gave. Each is answered by
 * {@code choice}, or by {@code end} if the version wants no more; {@code thinking} is the processor time it took.
 */
public final class Player {
    /** Begins a game; its body is a {@link Opening}. */
    public static final String BEGIN = "begin";

    /** Tells what the last choice gave: {@code logGain}, null if it failed, and {@code seconds}. */
    public static final String TELL = "tell";

    /** The next configuration, by parameter. */
    public static final String CHOICE = "choice";

    /** There is no choice left. */
    public static final String END = "end";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final VersionSearch version;
    private @Nullable Game game;

    private Player(VersionSearch version) {
        this.version = version;
    }

    public static void main(String[] arguments) throws IOException {
        try (var classes = new URLClassLoader(urls(arguments[0]), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(classes);
            var player = new Player(VersionSearch.in(classes));
            WorkerServer.serve(player::answer);
        }
    }

    private Frame answer(Frame request) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        var choice = choice(request);
        var body = JSON.createObjectNode();
        body.put("thinking", 1e-9 * (threads.getCurrentThreadCpuTime() - start));
        if (choice != null) {
            body.set("values", choice);
        }
        return Frame.of(choice == null ? END : CHOICE, body);
    }

    private @Nullable JsonNode choice(Frame request) {
        if (request.kind().equals(BEGIN)) {
            game = new Game(version, JSON.treeToValue(request.body(), Opening.class));
        } else if (game == null) {
            throw new IllegalStateException("expected " + BEGIN + ", but found " + request.kind());
        } else {
            var gain = request.body().path("logGain");
            game.tell(
                    gain.isNull() ? Double.NaN : gain.doubleValue(),
                    request.body().path("seconds").doubleValue());
        }
        var values = game.next();
        return values == null ? null : JSON.valueToTree(values);
    }

    private static URL[] urls(String classPath) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(classPath)
                .map(Player::url)
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
