package dev.ouroboros.agent.model;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.args.LogFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Loads llama.cpp once, into a folder of our own: its loader would write to a shared one, and to standard output. */
final class LlamaLibrary {
    private static final String FOLDER = "de.kherud.llama.tmpdir";
    private static boolean loaded;

    private LlamaLibrary() {}

    static synchronized void load() {
        if (loaded) {
            return;
        }
        var out = System.out;
        try {
            var folder = Files.createTempDirectory("ouroboros-llama");
            folder.toFile().deleteOnExit();
            System.setProperty(FOLDER, folder.toString());
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            LlamaModel.setLogger(LogFormat.TEXT, (level, text) -> {});
            loaded = true;
        } catch (IOException e) {
            throw new UncheckedIOException("llama.cpp needs a temporary folder", e);
        } finally {
            System.setOut(out);
        }
    }
}
