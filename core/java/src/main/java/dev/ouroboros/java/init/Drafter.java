package dev.ouroboros.java.init;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithName;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.java.data.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a task of a file of Java, by the signature of one of its static methods. */
public final class Drafter {
    private Drafter() {}

    /**
     * Reads the file and writes a task.
     *
     * @param entry name of the method, or null for the only one, or the last one if there are several
     * @throws DraftException if it has no static method whose arguments can be drawn
     */
    public static Draft draft(Path source, @Nullable String entry) throws DraftException {
        String file = source.getFileName().toString();
        String text = read(source);
        CompilationUnit unit = parse(file, text);
        List<MethodDeclaration> found = unit.findAll(MethodDeclaration.class).stream()
                .filter(method -> isEntry(method)
                        && (entry == null || method.getNameAsString().equals(entry)))
                .toList();
        if (found.isEmpty()) {
            throw new DraftException(file + " has no static method "
                    + (entry == null ? "" : "named " + entry + " ")
                    + "that takes values of these types, at least one, and returns something: "
                    + JavaType.spellings());
        }
        MethodDeclaration method = found.getLast();
        List<String> guesses = new ArrayList<>();
        if (found.size() > 1) {
            guesses.add("the method " + method.getNameAsString() + ", the last of "
                    + found.stream().map(MethodDeclaration::getNameAsString).collect(Collectors.joining(", "))
                    + "; another one is named by --entry");
        }
        guesses.add("every array and string has n elements; the sizes that are timed, shown and held out");
        guesses.add("numbers lie between 0 and 100, real ones between -1 and 1");
        return new Draft(
                method.getNameAsString(), Map.of("task.toml", toml(file, unit, method, guesses), file, text), guesses);
    }

    private static String read(Path source) throws DraftException {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new DraftException(source + " cannot be read: " + e);
        }
    }

    private static CompilationUnit parse(String file, String text) throws DraftException {
        var parsed = new JavaParser(
                        new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE))
                .parse(text);
        if (!parsed.isSuccessful() || parsed.getResult().isEmpty()) {
            throw new DraftException(file + " is no Java: " + parsed.getProblems());
        }
        return parsed.getResult().get();
    }

    private static boolean isEntry(MethodDeclaration method) {
        return method.isStatic()
                && !method.isPrivate()
                && !method.getType().isVoidType()
                && !method.getParameters().isEmpty()
                && method.getParameters().stream()
                        .allMatch(
                                parameter -> !parameter.isVarArgs() && JavaType.of(parameter.getTypeAsString()) != null)
                && method.getParentNode()
                        .filter(TypeDeclaration.class::isInstance)
                        .isPresent();
    }

    private static String toml(String file, CompilationUnit unit, MethodDeclaration method, List<String> guesses) {
        String owner = unit.getPackageDeclaration()
                        .map(NodeWithName::getNameAsString)
                        .map(name -> name + ".")
                        .orElse("")
                + owner(method);
        String arguments = method.getParameters().stream()
                .map(parameter -> argument(parameter.getNameAsString(), parameter.getTypeAsString()))
                .collect(Collectors.joining("\n"));
        boolean real = method.getTypeAsString().startsWith("double")
                || method.getTypeAsString().startsWith("float");
        return """
                # Written by `ouroboros init` from %s. Guessed, so look at it:
                %s
                name    = "%s"
                summary = "%s of %s"

                [[parts]]
                name  = "code"
                layer = "java"
                files = ["%s"]

                  [parts.java]
                  entry     = "%s.%s"
                  timed     = { n = 1000 }
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
                        file,
                        guesses.stream().map(guess -> "#   " + guess).collect(Collectors.joining("\n")),
                        method.getNameAsString(),
                        method.getNameAsString(),
                        owner,
                        file,
                        owner,
                        method.getNameAsString(),
                        real ? "  tolerance = 1e-9\n" : "",
                        arguments);
    }

    /** The binary name, without that of the package. */
    private static String owner(MethodDeclaration method) {
        List<String> names = new ArrayList<>();
        for (var node = method.getParentNode().orElse(null);
                node instanceof TypeDeclaration<?> type;
                node = type.getParentNode().orElse(null)) {
            names.addFirst(type.getNameAsString());
        }
        return String.join("$", names);
    }

    private static String argument(String name, String spelling) {
        JavaType type = JavaType.of(spelling);
        int extents = type == null ? 0 : type.extents();
        String shape = extents == 0 ? "" : ", shape = [" + "\"n\", ".repeat(extents - 1) + "\"n\"]";
        return "    { name = \"" + name + "\", type = \"" + spelling + "\"" + shape + " },";
    }
}
