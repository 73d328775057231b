package dev.ouroboros.cfamily.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real compiler. */
final class Gcc {
    private final Path folder;

    Gcc(Path folder) {
        this.folder = folder;
    }

    /** Compiles and runs a program under the sanitizers, and returns what it prints. */
    String run(String program) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("program.c"), program);
        call(List.of(
                "gcc",
                "-std=gnu17",
                "-O1",
                "-fsanitize=address,undefined",
                "-fno-sanitize-recover=all",
                "-w",
                "program.c",
                "-o",
                "program",
                "-lm"));
        return call(List.of("./program"));
    }

    /** Checks that all of these texts compile. */
    void check(List<String> texts) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("gcc", "-std=gnu17", "-fsyntax-only", "-w"));
        for (int i = 0; i < texts.size(); i++) {
            var name = "text" + i + ".c";
            Files.writeString(folder.resolve(name), texts.get(i));
            command.add(name);
        }
        call(command);
    }

    private String call(List<String> command) throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + command);
        }
        var text = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " ended with " + process.exitValue() + ":\n" + text);
        }
        return text;
    }
}
