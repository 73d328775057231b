package dev.ouroboros.java.task;

import dev.ouroboros.engine.arena.Board;
import dev.ouroboros.java.data.Draw;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The table of a part.
 *
 * @param folder of the task
 * @param sources all files of source by path relative to the folder, the editable ones included; text as the task has it
 * @param tests likewise, of tests; never editable
 * @param testTypes binary names of the classes of tests
 * @param classPath libraries
 * @param owner binary name of the class that is launched
 * @param method its static method
 * @param reference name of another method of the same arguments that says what is right; the entry's own, of the seed, if it is
 *     the same
 * @param tolerance see {@link dev.ouroboros.java.data.Comparison}
 * @param patience how long a batch may take
 * @param given class files of Ouroboros itself that the sources may use, by binary name
 * @param boards recorded spaces that the entry is played on, instead of being timed; empty if it is timed
 * @param plays of each board in a batch
 */
public record JavaTask(
        Path folder,
        Map<String, String> sources,
        Map<String, String> tests,
        List<String> testTypes,
        List<Path> classPath,
        String owner,
        String method,
        String reference,
        List<Argument> arguments,
        Shape timed,
        List<Shape> shown,
        List<Shape> heldOut,
        double tolerance,
        Duration patience,
        Map<String, byte[]> given,
        List<Board> boards,
        int plays) {
    /** What an entry that is played takes: see {@code docs/java.md}. */
    private static final List<String> OF_A_SEARCH = List.of("int[]", "boolean[]", "int[][]");

    public JavaTask {
        sources = Map.copyOf(sources);
        tests = Map.copyOf(tests);
        testTypes = List.copyOf(testTypes);
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
        shown = List.copyOf(shown);
        heldOut = List.copyOf(heldOut);
        given = Map.copyOf(given);
        boards = List.copyOf(boards);
    }

    /** Returns whether the entry is a search, which is played on recorded spaces and not timed. */
    public boolean isSearch() {
        return !boards.isEmpty();
    }

    /** Returns the spellings of the types of the arguments. */
    public List<String> types() {
        return isSearch()
                ? OF_A_SEARCH
                : arguments.stream().map(Argument::spelling).toList();
    }

    /** Returns how the arguments are drawn at a shape. */
    public List<Draw> draws(Shape shape) {
        List<Draw> draws = new ArrayList<>();
        for (Argument argument : arguments) {
            Draw draw = argument.at(shape);
            draws.add(
                    draw.kind() == Draw.Kind.NEAR
                            ? draw.sized(draws.get(draw.like()).extents())
                            : draw);
        }
        return List.copyOf(draws);
    }
}
