package dev.ouroboros.benchmarks.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the words of single layers in source text: a layer can be named in a string, where no class file shows it. */
final class LayerWords {

    private static final Pattern WORD =
            Pattern.compile("opencl|jocl|pocl|oclgrind|verilog|verilator|yosys", Pattern.CASE_INSENSITIVE);

    private LayerWords() {}

    /** Each line below the folder that names a layer, as {@code file:line: text}. */
    static List<String> in(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (WORD.matcher(lines.get(i)).find()) {
                        found.add(folder.relativize(file) + ":" + (i + 1) + ": "
                                + lines.get(i).strip());
                    }
                }
            }
        }
        return found;
    }
}
