package dev.ouroboros.java.init;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a task of a Maven module: a copy of its sources and tests, of which one file may be edited, measured by a static
 * method of it. Which one, the user says, or a JMH benchmark of the module, which is taken to call what matters.
 */
public final class ModuleDrafter {
    private static final String MAIN = "src/main/java";
    private static final String TEST = "src/test/java";
    private static final List<String> RESOURCES = List.of("src/main/resources", "src/test/resources");
    private static final List<String> BENCHMARKS = List.of("src/jmh/java", TEST, MAIN);
    private static final int MOST_NAMED = 8;

    private final Path module;
    private final Map<String, String> sources;
    private final Map<String, String> tests;

    private ModuleDrafter(Path module) throws DraftException {
        this.module = module.toAbsolutePath().normalize();
        this.sources = texts(MAIN);
        this.tests = texts(TEST);
    }

    /** A method, the file it stands in, and why it was chosen, if it is a guess. */
    private record Choice(
            Method method, String file, @Nullable String why) {}

    /** Returns whether a folder is a module of Maven. */
    public static boolean isModule(Path folder) {
        return Files.isRegularFile(folder.resolve("pom.xml"));
    }

    /**
     * Reads the module and writes a task.
     *
     * @param entry name of the method, with its class in front if others have one of that name; null for what the module's
     *     benchmarks call
     * @throws DraftException if there is no such method, or Maven cannot tell the class path
     */
    public static Draft draft(Path folder, @Nullable String entry, Maven maven) throws DraftException {
        var drafter = new ModuleDrafter(folder);
        Choice choice = entry == null ? drafter.benchmarked() : drafter.named(entry);
        return drafter.write(choice, maven.classPath(drafter.module));
    }

    private Draft write(Choice choice, List<Path> libraries) {
        Method method = choice.method();
        List<String> testTypes = testTypes(method);
        List<String> classPath = new ArrayList<>();
        RESOURCES.stream()
                .map(module::resolve)
                .filter(Files::isDirectory)
                .forEach(each -> classPath.add(each.toString()));
        libraries.forEach(each -> classPath.add(each.toString()));
        List<String> more = new ArrayList<>();
        more.add("sources   = [\"" + MAIN + "\"]");
        more.add("classpath = " + TaskText.list(classPath));
        List<String> guesses = new ArrayList<>();
        if (choice.why() != null) {
            guesses.add(choice.why());
        }
        if (testTypes.isEmpty()) {
            guesses.add("no tests: none is named after " + method.simpleOwner());
        } else {
            more.add("test-sources = [\"" + TEST + "\"]");
            more.add("tests     = " + TaskText.list(testTypes));
            guesses.add("the tests that are named after " + method.simpleOwner() + ": plain @Test methods are run");
        }
        guesses.addAll(Drafter.VALUES);
        Map<String, String> files = new TreeMap<>(sources);
        if (!testTypes.isEmpty()) {
            files.putAll(tests);
        }
        files.put("task.toml", TaskText.of(module.getFileName().toString(), choice.file(), method, more, guesses));
        return new Draft(method.name(), files, guesses);
    }

    /** Of {@code FileNames}, {@code FileNamesTest} and {@code FileNamesJoinTest}. */
    private List<String> testTypes(Method method) {
        String owner = method.simpleOwner().split("\\$", 2)[0];
        return tests.entrySet().stream()
                .filter(each -> simple(each.getKey()).startsWith(owner)
                        && simple(each.getKey()).endsWith("Test")
                        && each.getValue().contains("@Test"))
                .map(each -> each.getKey()
                        .substring(TEST.length() + 1, each.getKey().length() - ".java".length())
                        .replace('/', '.'))
                .sorted()
                .toList();
    }

    private Choice named(String entry) throws DraftException {
        String name = entry.substring(entry.lastIndexOf('.') + 1);
        String owner = entry.substring(0, Math.max(0, entry.lastIndexOf('.')));
        List<Choice> found = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            if (source.getValue().contains(name)) {
                methods(source.getKey()).stream()
                        .filter(method -> method.name().equals(name) && isOf(method, owner))
                        .map(method -> new Choice(method, source.getKey(), null))
                        .forEach(found::add);
            }
        }
        Set<String> owners = found.stream()
                .map(choice -> choice.method().owner())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (found.isEmpty()) {
            throw new DraftException(module + " has no static method " + entry + " whose arguments can be drawn"
                    + " and whose result can be compared; docs/java.md says what can");
        }
        if (owners.size() > 1) {
            throw new DraftException("several classes have a method " + name + ": name one, as in --entry "
                    + owners.iterator().next() + "." + name);
        }
        return found.getFirst();
    }

    private static boolean isOf(Method method, String owner) {
        return owner.isEmpty()
                || owner.replace('$', '.').equals(method.owner().replace('$', '.'))
                || owner.equals(method.simpleOwner().replace('$', '.'));
    }

    /** The first static method of the module that a JMH benchmark calls. */
    private Choice benchmarked() throws DraftException {
        Map<String, Choice> called = new LinkedHashMap<>();
        for (String folder : BENCHMARKS) {
            for (Map.Entry<String, String> text : texts(folder).entrySet()) {
                if (text.getValue().contains("@Benchmark")) {
                    calls(text.getKey(), text.getValue(), called);
                }
            }
        }
        if (called.isEmpty()) {
            throw new DraftException(
                    module + " has no JMH benchmark that calls a static method whose arguments can be drawn;"
                            + " name a method: --entry Class.method");
        }
        Choice first = called.values().iterator().next();
        return called.size() == 1
                ? first
                : new Choice(
                        first.method(),
                        first.file(),
                        first.why() + "; others are called too: "
                                + called.keySet().stream()
                                        .skip(1)
                                        .limit(MOST_NAMED)
                                        .collect(Collectors.joining(", "))
                                + (called.size() > 1 + MOST_NAMED ? " …" : "") + "; --entry names one");
    }

    private void calls(String benchmark, String text, Map<String, Choice> called) throws DraftException {
        CompilationUnit unit = Sources.parse(benchmark, text);
        for (MethodDeclaration method : unit.findAll(MethodDeclaration.class)) {
            if (method.isAnnotationPresent("Benchmark")) {
                for (MethodCallExpr call : method.findAll(MethodCallExpr.class)) {
                    String owner = call.getScope().map(Node::toString).orElse("");
                    Choice choice = target(owner, call.getNameAsString(), benchmark);
                    if (choice != null) {
                        called.putIfAbsent(owner + "." + call.getNameAsString(), choice);
                    }
                }
            }
        }
    }

    private @Nullable Choice target(String owner, String name, String benchmark) throws DraftException {
        for (String path : sources.keySet()) {
            if (simple(path).equals(owner)) {
                for (Method method : methods(path)) {
                    if (method.name().equals(name)) {
                        return new Choice(
                                method,
                                path,
                                "the method " + name + ", which the benchmark " + simple(benchmark) + " calls");
                    }
                }
            }
        }
        return null;
    }

    private List<Method> methods(String path) throws DraftException {
        return Method.in(Sources.parse(path, sources.getOrDefault(path, "")));
    }

    /** By path relative to the module; a description of a Java module is left out, since all is one class path here. */
    private Map<String, String> texts(String folder) throws DraftException {
        Map<String, String> texts = new TreeMap<>();
        Path place = module.resolve(folder);
        if (!Files.isDirectory(place)) {
            return texts;
        }
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(
                            each -> each.toString().endsWith(".java") && !each.endsWith("module-info.java"))
                    .toList()) {
                texts.put(module.relativize(file).toString(), Sources.read(file));
            }
        } catch (IOException e) {
            throw new DraftException(place + " cannot be read: " + e);
        }
        return texts;
    }

    private static String simple(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.substring(0, file.length() - ".java".length());
    }
}
