package dev.ouroboros.benchmarks.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the processor calls itself. */
public final class Processor {
    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** Returns its model's name, where the system tells none its architecture. */
    public static String model() throws IOException {
        var architecture = System.getProperty("os.arch");
        if (!Files.isReadable(DESCRIPTION)) {
            return architecture;
        }
        try (var lines = Files.lines(DESCRIPTION)) {
            return lines.filter(line -> line.startsWith("model name") && line.contains(":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        }
    }
}
