package dev.ouroboros.java.init;

import com.github.javaparser.ast.body.Parameter;
import dev.ouroboros.java.data.JavaType;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code task.toml}. */
final class TaskText {
    private TaskText() {}

    /**
     * Returns the text.
     *
     * @param from what it is written for; for people
     * @param file the editable one
     * @param more further lines of {@code [parts.java]}
     */
    static String of(String from, String file, Method method, List<String> more, List<String> guesses) {
        return """
                # Written by `ouroboros init` from %s. Guessed, so look at it:
                %s
                name    = "%s"
                summary = "%s of %s"

                [[parts]]
                name  = "code"
                layer = "java"
                files = [%s]

                  [parts.java]
                  entry     = "%s.%s"
                %s  timed     = { n = 1000 }
                  shown     = [{ n = 1 }, { n = 10 }, { n = 333 }]
                  held-out  = [{ n = 2 }, { n = 71 }, { n = 500 }]
                %s  arguments = [
                %s
                  ]

                [[objectives]]
                metric = "time"
                unit   = "us"
                goal   = "minimize"

                [budget]
                evaluations = 120
                time        = "10m"
                """.formatted(
                        from,
                        guesses.stream().map(guess -> "#   " + guess).collect(Collectors.joining("\n")),
                        method.name(),
                        method.name(),
                        method.owner(),
                        quoted(file),
                        method.owner(),
                        method.name(),
                        more.stream().map(line -> "  " + line + "\n").collect(Collectors.joining()),
                        method.isReal() ? "  tolerance = 1e-9\n" : "",
                        method.declaration().getParameters().stream()
                                .map(TaskText::argument)
                                .collect(Collectors.joining("\n")));
    }

    /** Returns a list of strings, one a line. */
    static String list(List<String> strings) {
        return strings.stream().map(each -> "    " + quoted(each)).collect(Collectors.joining(",\n", "[\n", "\n  ]"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String argument(Parameter parameter) {
        String spelling = parameter.getTypeAsString();
        JavaType type = JavaType.of(spelling);
        int extents = type == null ? 0 : type.extents();
        String shape = extents == 0 ? "" : ", shape = [" + "\"n\", ".repeat(extents - 1) + "\"n\"]";
        return "    { name = \"" + parameter.getNameAsString() + "\", type = \"" + spelling + "\"" + shape + " },";
    }
}
