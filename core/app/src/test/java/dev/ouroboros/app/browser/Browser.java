package dev.ouroboros.app.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Headless Chromium, driven over the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/). A machine
 * without Chromium fails the test, lest a broken page pass unseen.
 */
public final class Browser implements AutoCloseable {
    private static final String READY = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Browser(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** Starts it with a fresh profile. */
    public static Browser start() throws IOException {
        var profile = Files.createTempDirectory("chromium");
        var process = new ProcessBuilder(
                        executable(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new ArrayList<String>();
        var errors = process.errorReader(StandardCharsets.UTF_8);
        for (var line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> drain(errors));
                return new Browser(process, profile, DevTools.connect(URI.create(line.substring(READY.length()))));
            }
            said.add(line);
        }
        throw new AssertionError("Chromium ended before it listened; it said: " + said);
    }

    /**
     * Opens a file and waits until it is loaded.
     *
     * @param dark whether the user prefers dark colours
     */
    public BrowserPage open(Path file, int width, boolean dark) {
        var target = tools.call(null, "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .stringValue();
        var session = tools.call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .stringValue();
        return BrowserPage.open(tools, session, file.toUri(), width, dark);
    }

    @Override
    public void close() throws IOException {
        tools.close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static void drain(BufferedReader errors) {
        try (errors) {
            while (errors.readLine() != null) {
                // only keeps the pipe from filling up
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String executable() {
        var path = System.getenv().getOrDefault("PATH", "");
        return List.of("chromium", "chromium-browser", "google-chrome").stream()
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new AssertionError("This test opens a page in Chromium, which is not on the PATH."
                        + " Install it: sudo apt-get install chromium"));
    }
}
