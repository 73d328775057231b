package dev.ouroboros.java.init;

import com.github.javaparser.ast.CompilationUnit;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.java.data.JavaType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a task of a file of Java, by the signature of one of its static methods. */
public final class Drafter {
    static final List<String> VALUES = List.of(
            "every array and string has n elements; the sizes that are timed, shown and held out",
            "numbers lie between 0 and 100, real ones between -1 and 1");

    private Drafter() {}

    /**
     * Reads the file and writes a task.
     *
     * @param entry name of the method, or null for the only one, or the last one if there are several
     * @throws DraftException if it has no static method whose arguments can be drawn
     */
    public static Draft draft(Path source, @Nullable String entry) throws DraftException {
        String file = source.getFileName().toString();
        String text = Sources.read(source);
        CompilationUnit unit = Sources.parse(file, text);
        List<Method> found = Method.in(unit).stream()
                .filter(method -> entry == null || method.name().equals(entry))
                .toList();
        if (found.isEmpty()) {
            throw new DraftException(file + " has no static method "
                    + (entry == null ? "" : "named " + entry + " ")
                    + "that takes values of these types, at least one, and returns one or fills an array: "
                    + JavaType.spellings());
        }
        Method method = found.getLast();
        List<String> guesses = new ArrayList<>();
        if (found.size() > 1) {
            guesses.add("the method " + method.name() + ", the last of "
                    + found.stream().map(Method::name).collect(Collectors.joining(", "))
                    + "; another one is named by --entry");
        }
        guesses.addAll(VALUES);
        return new Draft(
                method.name(),
                Map.of("task.toml", TaskText.of(file, file, method, List.of(), guesses), file, text),
                guesses);
    }
}
