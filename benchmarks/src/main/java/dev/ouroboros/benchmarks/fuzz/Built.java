package dev.ouroboros.benchmarks.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a folder of its own. Only for code we trust: nothing here is in a sandbox. */
final class Built {
    private static final List<String> SANITIZERS =
            List.of("-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all");

    private final Path folder;

    private Built(Path folder) {
        this.folder = folder;
    }

    /**
     * Builds one, with gcc: not every clang comes with its sanitizers.
     *
     * @param options for the candidate's own file
     * @throws IOException if it does not compile, with the compiler's words
     */
    static Built of(Path folder, Driver driver, String source, List<String> options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("declaration.h"), driver.declaration());
        Files.writeString(folder.resolve("main.c"), driver.text());
        Files.writeString(folder.resolve("kernel.c"), source);
        var built = new Built(folder);
        var kernel = new ArrayList<>(List.of("gcc", "-std=gnu11", "-w"));
        kernel.addAll(options);
        kernel.addAll(SANITIZERS);
        kernel.addAll(List.of("-include", "declaration.h", "-c", "kernel.c", "-o", "kernel.o"));
        built.call(kernel);
        var program = new ArrayList<>(List.of("gcc", "-std=gnu11", "-w", "-O1"));
        program.addAll(SANITIZERS);
        program.addAll(List.of("main.c", "kernel.o", "-o", "program", "-lm"));
        built.call(program);
        return built;
    }

    /** Runs it, and returns what it writes. */
    byte[] run(Path inputs) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var errors = folder.resolve("errors");
        var process = new ProcessBuilder("./program")
                .directory(folder.toFile())
                .redirectInput(inputs.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        process.environment().put("ASAN_OPTIONS", "detect_leaks=0");
        if (process.start().waitFor() != 0) {
            throw new IOException("the sanitizers found: " + Files.readString(errors));
        }
        return Files.readAllBytes(output);
    }

    private void call(List<String> command) throws IOException, InterruptedException {
        var said = folder.resolve("said");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + Files.readString(said));
        }
    }
}
