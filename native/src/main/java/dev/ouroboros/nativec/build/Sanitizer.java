package dev.ouroboros.nativec.build;

import dev.ouroboros.cfamily.data.Inputs;
import dev.ouroboros.cfamily.host.Candidate;
import dev.ouroboros.cfamily.task.Argument;
import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.task.Shape;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.process.ToolResult;
import dev.ouroboros.nativec.task.NativeTask;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a candidate once per shape in a process of its own that follows every access and every undefined operation:
 * AddressSanitizer and UndefinedBehaviorSanitizer of GCC, whichever compiler the candidate is timed with. Each buffer is an
 * allocation of its own, so that one byte beyond it is seen.
 */
public final class Sanitizer {
    private static final int LINES = 12;
    private static final int RUN_FAILED = 90;
    private static final int BUILD_FAILED = 91;

    private static final String SCRIPT = """
            folder=$1; file=$2; shift 2
            type gcc >/dev/null || exit 127
            gcc -std=gnu11 -w -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer \\
              -U__SANITIZE_ADDRESS__ -I "$folder" -include "$folder/declaration.h" "$@" -c "$folder/$file" -o /tmp/kernel.o &&
              gcc -std=gnu11 -O1 -fsanitize=address,undefined -I "$folder" "$folder/main.c" /tmp/kernel.o -o /tmp/run -lm ||
              exit 91
            /tmp/run "$folder/inputs" 1>&2 || exit 90
            """;

    private static final Map<String, String> OPTIONS = Map.of("ASAN_OPTIONS", "detect_leaks=0:abort_on_error=0");

    private final Toolbox toolbox;
    private final NativeTask task;

    /** Of one task. */
    public Sanitizer(Toolbox toolbox, NativeTask task) {
        this.toolbox = toolbox;
        this.task = task;
    }

    /**
     * Runs it.
     *
     * @return what the sanitizers found, or null
     * @throws CandidateFailure if it does not compile so, takes too long or too much memory
     */
    public @Nullable String complaint(Candidate candidate, List<Shape> shapes, RandomGenerator secret)
            throws CandidateFailure, InterruptedException {
        List<Problem> problems =
                shapes.stream().map(shape -> Problem.of(task.contract(), shape)).toList();
        Map<String, String> files = new LinkedHashMap<>(candidate.sources());
        files.put("declaration.h", Shim.declaration(task));
        files.put("main.c", program(problems));
        try (BuildFolder folder = BuildFolder.of(files)) {
            write(folder.path().resolve("inputs"), problems, secret);
            Recipe recipe = Recipe.of(task, candidate);
            List<String> arguments = new ArrayList<>();
            arguments.add(folder.path().toString());
            arguments.add(candidate.sources().keySet().iterator().next());
            recipe.flags().stream().filter(flag -> flag.startsWith("-m")).forEach(arguments::add);
            arguments.addAll(recipe.definitions());
            ToolResult said =
                    toolbox.run("the run under sanitizers", SCRIPT, folder.path(), List.of(), OPTIONS, arguments);
            return switch (said.exit()) {
                case 0 -> null;
                case BUILD_FAILED -> "it does not compile under the sanitizers of gcc:\n" + brief(said.err(), folder);
                case RUN_FAILED -> brief(said.err(), folder);
                default -> "the run under sanitizers ended with " + said.exit();
            };
        }
    }

    private static void write(Path file, List<Problem> problems, RandomGenerator secret) {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Problem problem : problems) {
                Inputs inputs = Inputs.allocate(problem);
                inputs.draw(secret);
                for (Argument.Buffer buffer : problem.task().inputs()) {
                    out.write(inputs.of(buffer.name()).segment().toArray(ValueLayout.JAVA_BYTE));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("inputs for the sanitizers cannot be written", e);
        }
    }

    private String program(List<Problem> problems) {
        var text = new StringBuilder("""
                #include "declaration.h"
                #include <stdio.h>
                #include <stdlib.h>
                #include <string.h>
                static void *room(size_t bytes) {
                  void *p;
                  if (posix_memalign(&p, 4096, bytes)) exit(3);
                  return memset(p, 0xA5, bytes);
                }
                static void *given(FILE *in, size_t bytes) {
                  void *p = room(bytes);
                  if (fread(p, 1, bytes, in) != bytes) exit(3);
                  return p;
                }
                int main(int count, char **arguments) {
                  FILE *in = fopen(arguments[count - 1], "rb");
                  if (!in) return 2;
                """);
        for (Problem problem : problems) {
            text.append("  {\n");
            for (Argument argument : task.parameters()) {
                text.append("    ").append(variable(problem, argument)).append('\n');
            }
            String arguments = task.parameters().stream().map(Argument::name).collect(Collectors.joining(", "));
            text.append("    ")
                    .append(task.entry())
                    .append('(')
                    .append(arguments)
                    .append(");\n");
            for (Argument argument : task.parameters()) {
                if (argument instanceof Argument.Buffer buffer) {
                    text.append("    free((void *)").append(buffer.name()).append(");\n");
                }
            }
            text.append("  }\n");
        }
        return text.append("  return 0;\n}\n").toString();
    }

    private String variable(Problem problem, Argument argument) {
        String type = task.spelling(argument);
        return switch (argument) {
            case Argument.Scalar scalar -> {
                double value = problem.scalar(scalar);
                yield type + " " + scalar.name() + " = (" + type + ")"
                        + (scalar.type().floating() ? Double.toHexString(value) : Long.toString((long) value)) + ";";
            }
            case Argument.Buffer buffer -> {
                long bytes =
                        (long) problem.length(buffer.name()) * buffer.type().bytes();
                yield String.format(
                        Locale.ROOT,
                        "%s%s *%s = %s%d);",
                        buffer.role().written() ? "" : "const ",
                        type,
                        buffer.name(),
                        buffer.role().read() ? "given(in, " : "room(",
                        bytes);
            }
        };
    }

    /** What matters stands first: the kind of mistake, and the frames of the candidate's own source. */
    private static String brief(String report, BuildFolder folder) {
        return report.replace(folder.path() + "/", "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("====="))
                .limit(LINES)
                .collect(Collectors.joining("\n"));
    }
}
