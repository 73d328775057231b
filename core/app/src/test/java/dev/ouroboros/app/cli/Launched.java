package dev.ouroboros.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.app.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A command in a process of its own, with an environment of its own. */
record Launched(Process process, Path out, Path err) implements AutoCloseable {

    /** What it left behind. */
    record Answer(int code, String out, String err) {
        JsonNode json() {
            return Json.mapper().readTree(out);
        }
    }

    /**
     * Starts a command.
     *
     * @param folder its home, with its workspace {@code ws}
     * @param environment added to that of this process, without what configures models
     */
    static Launched of(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.ouroboros.app.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--workspace", folder.resolve("ws").toString()));
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OUROBOROS_MODEL") || name.startsWith("XDG_"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().putAll(environment);
        return new Launched(builder.start(), out, err);
    }

    /** Asks it to stop, as the first Ctrl-C does. */
    void stop() {
        process.destroy();
    }

    Answer answer() throws IOException, InterruptedException {
        assertTrue(process.waitFor(15, TimeUnit.MINUTES), "it does not end");
        return new Answer(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
