package dev.ouroboros.java.task;

import dev.ouroboros.engine.arena.Board;
import dev.ouroboros.engine.arena.RecordingException;
import dev.ouroboros.engine.arena.T4;
import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.java.data.Draw;
import dev.ouroboros.java.data.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code [parts.java]}. */
public final class JavaTaskReader {
    private static final Pattern ENTRY = Pattern.compile("([\\p{Alpha}_$][\\w$.]*)\\.([\\p{Alpha}_$][\\w$]*)");
    private static final String DEFAULT_ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static final double DEFAULT_SECONDS = 10;
    private static final int DEFAULT_PLAYS = 2;
    private static final int MOST_PLAYS = 100;
    private static final List<String> OF_TIMED =
            List.of("timed", "shown", "held-out", "arguments", "reference", "tolerance");
    private static final List<String> OF_SEARCHES = List.of("plays");

    private final Part part;
    private final Section table;
    private final Path folder;

    private JavaTaskReader(Part part) {
        this.part = part;
        this.table = part.settings();
        Path file = Path.of(table.file()).toAbsolutePath().getParent();
        this.folder = file == null ? Path.of("/") : file;
    }

    /**
     * Reads the table of a part.
     *
     * @throws TaskException at the first mistake, with its place
     */
    public static JavaTask read(Part part) throws TaskException {
        var reader = new JavaTaskReader(part);
        JavaTask task = reader.task();
        reader.checkTogether(task);
        return task;
    }

    private JavaTask task() throws TaskException {
        String entry = table.string("entry");
        var name = ENTRY.matcher(entry);
        if (!name.matches()) {
            throw table.mistake("entry", "is '" + entry + "'; expected the class and its static method: Words.count");
        }
        Map<String, String> sources = new TreeMap<>();
        for (String source : table.strings("sources", List.of())) {
            read("sources", source, sources);
        }
        for (String file : part.files()) {
            if (!file.endsWith(".java")) {
                throw table.mistake("entry", "cannot be built: the task's file " + file + " is no Java");
            }
            read("sources", file, sources);
        }
        Map<String, String> tests = new TreeMap<>();
        for (String test : table.strings("test-sources", List.of())) {
            read("test-sources", test, tests);
        }
        for (String file : tests.keySet()) {
            if (part.files().contains(file)) {
                throw table.mistake("test-sources", "hold " + file + ", which the task lets be edited");
            }
        }
        boolean search = table.has("spaces");
        refuseWhatDoesNotFit(search);
        Shape timed = search ? new Shape(Map.of()) : shape(table.table("timed"));
        return new JavaTask(
                folder,
                sources,
                tests,
                table.strings("tests", List.of()),
                classPath(),
                name.group(1),
                name.group(2),
                table.string("reference", name.group(2)),
                search ? List.of() : arguments(timed),
                timed,
                search ? List.of() : shapes("shown", timed),
                search ? List.of() : shapes("held-out", timed),
                table.number("tolerance", 0),
                Duration.ofMillis((long) (1000 * table.number("patience", DEFAULT_SECONDS))),
                given(),
                search ? boards() : List.of(),
                plays());
    }

    private void refuseWhatDoesNotFit(boolean search) throws TaskException {
        for (String key : search ? OF_TIMED : OF_SEARCHES) {
            if (table.has(key)) {
                throw table.mistake(
                        key,
                        search
                                ? "does not go with 'spaces': a search is played, its arguments are the spaces"
                                : "is for a search that is played; 'spaces' is missing");
            }
        }
    }

    /** Class files of the packages of the engine that a copy of its search is built on, and none of the search itself. */
    private Map<String, byte[]> given() throws TaskException {
        Map<String, byte[]> given = new TreeMap<>();
        for (String name : table.strings("engine", List.of())) {
            if (!name.equals("space")) {
                throw table.mistake("engine", "names '" + name + "'; expected 'space', the engine's points and grids");
            }
            given.putAll(EngineClasses.space());
        }
        return given;
    }

    private List<Board> boards() throws TaskException {
        List<Board> boards = new ArrayList<>();
        for (String space : table.strings("spaces")) {
            Path file = folder.resolve(space).normalize();
            if (!Files.exists(file)) {
                throw table.mistake("spaces", "names '" + space + "', but there is no " + file);
            }
            try {
                boards.add(Board.of(T4.read(file)));
            } catch (RecordingException e) {
                throw table.mistake("spaces", "names '" + space + "', which is no recording: " + e.getMessage());
            }
        }
        if (boards.isEmpty()) {
            throw table.mistake("spaces", "is empty; expected at least one recorded space, a T4 file");
        }
        return boards;
    }

    private int plays() throws TaskException {
        long plays = table.has("plays") ? table.integer("plays") : DEFAULT_PLAYS;
        if (plays < 1 || plays > MOST_PLAYS) {
            throw table.mistake("plays", "is " + plays + "; expected 1 to " + MOST_PLAYS + " plays of each space");
        }
        return (int) plays;
    }

    private void read(String key, String name, Map<String, String> texts) throws TaskException {
        Path place = folder.resolve(name).normalize();
        if (!place.startsWith(folder) || !Files.exists(place)) {
            throw table.mistake(key, "names '" + name + "', which is not in the task's folder");
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(Files::isRegularFile)
                    .toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw table.mistake(key, "names '" + name + "', which cannot be read: " + e);
        }
    }

    private List<Path> classPath() throws TaskException {
        List<Path> classPath = new ArrayList<>();
        for (String library : table.strings("classpath", List.of())) {
            Path path = folder.resolve(library).normalize();
            if (!Files.exists(path)) {
                throw table.mistake("classpath", "names '" + library + "', but there is no " + path);
            }
            classPath.add(path);
        }
        return classPath;
    }

    private List<Shape> shapes(String key, Shape timed) throws TaskException {
        List<Shape> shapes = new ArrayList<>();
        for (Section section : table.tables(key)) {
            Shape shape = shape(section);
            if (!shape.dimensions().keySet().equals(timed.dimensions().keySet())) {
                throw section.mistake(
                        timed.dimensions().keySet().iterator().next(),
                        "has the dimensions " + shape.dimensions().keySet() + "; 'timed' has "
                                + timed.dimensions().keySet());
            }
            shapes.add(shape);
        }
        return shapes;
    }

    private static Shape shape(Section section) throws TaskException {
        Map<String, Long> dimensions = new LinkedHashMap<>();
        for (String name : section.keys()) {
            dimensions.put(name, section.integer(name));
        }
        return new Shape(dimensions);
    }

    private List<Argument> arguments(Shape timed) throws TaskException {
        List<Argument> arguments = new ArrayList<>();
        if (!table.has("arguments")) {
            throw table.mistake("arguments", "is missing; expected a list of tables, one an argument of the entry");
        }
        for (Section section : table.tables("arguments")) {
            arguments.add(argument(section, arguments, timed));
        }
        return arguments;
    }

    private Argument argument(Section section, List<Argument> before, Shape timed) throws TaskException {
        String spelling = section.string("type");
        JavaType type = JavaType.of(spelling);
        if (type == null) {
            throw section.mistake("type", "is '" + spelling + "'; expected one of " + JavaType.spellings());
        }
        Draw.Kind kind = kind(section);
        boolean taken = kind == Draw.Kind.SLICE || kind == Draw.Kind.NEAR;
        int like = taken ? like(section, before, spelling) : -1;
        boolean sized = kind != Draw.Kind.NEAR && type.extents() > 0;
        List<String> shape = sized ? section.strings("shape") : List.of();
        if (sized && shape.size() != type.extents()) {
            throw section.mistake(
                    "shape",
                    "has " + shape.size() + " sizes; a " + spelling + " has " + type.extents()
                            + (type.base().isText() ? ", the last one the length of a string" : ""));
        }
        List<Expression> extents = new ArrayList<>();
        for (String size : shape) {
            extents.add(expression(section, "shape", size, timed));
        }
        boolean whole = type.base() != JavaType.Base.DOUBLE && type.base() != JavaType.Base.FLOAT;
        String alphabet = section.string("alphabet", DEFAULT_ALPHABET);
        if (alphabet.isEmpty()) {
            throw section.mistake("alphabet", "is empty; expected at least one character");
        }
        return new Argument(
                section.string("name"),
                type,
                spelling,
                kind,
                extents,
                expression(section, "low", section.string("low", whole ? "0" : "-1"), timed),
                expression(section, "high", section.string("high", whole ? "100" : "1"), timed),
                section.has("value") ? expression(section, "value", section.string("value"), timed) : null,
                alphabet,
                like);
    }

    private static Draw.Kind kind(Section section) throws TaskException {
        String name = section.string("generator", "uniform");
        for (Draw.Kind kind : Draw.Kind.values()) {
            if (label(kind).equals(name)) {
                return kind;
            }
        }
        throw section.mistake(
                "generator",
                "is '" + name + "'; expected one of "
                        + Arrays.stream(Draw.Kind.values())
                                .map(JavaTaskReader::label)
                                .collect(Collectors.joining(", ")));
    }

    private static String label(Draw.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static int like(Section section, List<Argument> before, String spelling) throws TaskException {
        String of = section.string("of");
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).name().equals(of)) {
                if (!before.get(i).spelling().equals(spelling)) {
                    throw section.mistake("of", "names '" + of + "', which is no " + spelling);
                }
                return i;
            }
        }
        throw section.mistake("of", "is '" + of + "'; expected the name of an argument before this one");
    }

    private static Expression expression(Section section, String key, String text, Shape timed) throws TaskException {
        try {
            Expression expression = Expression.parse(text);
            var unknown = new TreeSet<>(expression.names());
            unknown.removeAll(timed.dimensions().keySet());
            if (!unknown.isEmpty()) {
                throw section.mistake(
                        key,
                        "refers to " + unknown.first() + "; the dimensions of 'timed' are "
                                + timed.dimensions().keySet());
            }
            return expression;
        } catch (ExpressionException e) {
            throw section.mistake(key, "is no expression: " + e.getMessage());
        }
    }

    private void checkTogether(JavaTask task) throws TaskException {
        List<Shape> shapes = new ArrayList<>(List.of(task.timed()));
        shapes.addAll(task.shown());
        shapes.addAll(task.heldOut());
        for (Shape shape : shapes) {
            try {
                task.draws(shape);
            } catch (IllegalArgumentException | ExpressionException e) {
                throw table.mistake("arguments", "cannot be drawn: " + e.getMessage());
            }
        }
        if (task.tests().isEmpty() != task.testTypes().isEmpty()) {
            throw table.mistake("tests", "and 'test-sources' go together: the classes of tests, and where they are");
        }
    }
}
