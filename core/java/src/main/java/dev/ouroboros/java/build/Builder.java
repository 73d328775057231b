package dev.ouroboros.java.build;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.artifact.ParameterFile;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.space.Setting;
import dev.ouroboros.engine.task.Part;
import dev.ouroboros.java.build.Compiler.CompileFailure;
import dev.ouroboros.java.guard.ClassGuard;
import dev.ouroboros.java.guard.Interface;
import dev.ouroboros.java.task.JavaTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds candidates of one part: compiles what changed, and lets the guard read the class files. Thread-safe. */
public final class Builder {
    private static final int REMEMBERED = 64;
    private static final int MOST_CHARS = 1 << 20;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

    private final Part part;
    private final JavaTask task;
    private final Compiler compiler;
    private final Map<String, byte[]> seed;
    private final Map<String, String> origins;
    private final Set<String> others;
    private final Interface seen;
    private final ClassGuard guard;
    private final boolean guarded;
    private final Map<String, Built> done = new LinkedHashMap<>();

    private Builder(Part part, JavaTask task, Compiler compiler, Map<String, byte[]> seed, boolean guarded) {
        this.part = part;
        this.task = task;
        this.compiler = compiler;
        this.seed = seed;
        this.origins = origins(task, seed);
        this.others = new TreeSet<>(seed.keySet());
        others.removeIf(name -> part.files().contains(origins.getOrDefault(name, "")));
        Map<String, byte[]> editable = without(seed, others);
        this.seen = Interface.of(editable);
        Set<String> libraries = libraries(task);
        // What a module tests with may depend on an older version of the module itself.
        libraries.removeAll(editable.keySet());
        this.guard = ClassGuard.of(editable, others, libraries);
        this.guarded = guarded;
    }

    /**
     * Builds the seed.
     *
     * @param guarded whether the guard reads candidates; only a test does without
     * @throws CompileFailure if the seed does not compile
     */
    public static Builder of(Part part, JavaTask task, boolean guarded) throws CompileFailure {
        var compiler = new Compiler(task.classPath());
        Map<String, String> sources = new TreeMap<>();
        task.sources()
                .forEach((path, text) ->
                        sources.put(path, Parameters.set(text, part.parameters().defaults())));
        return new Builder(part, task, compiler, withGiven(task, compiler.compile(sources, task.given())), guarded);
    }

    /** Returns the seed's class files. */
    public Map<String, byte[]> seed() {
        return seed;
    }

    /**
     * Builds a candidate; one that was built lately is remembered.
     *
     * @throws CandidateFailure if it does not compile, or the guard refuses it
     */
    public Built build(Artifact artifact) throws CandidateFailure {
        synchronized (done) {
            Built known = done.get(artifact.digest());
            if (known != null) {
                return known;
            }
        }
        Built built = checked(artifact.digest(), compile(artifact));
        synchronized (done) {
            done.put(artifact.digest(), built);
            if (done.size() > REMEMBERED) {
                done.remove(done.keySet().iterator().next());
            }
        }
        return built;
    }

    /** Compiles all of it, whatever changed. */
    public Built rebuild(Artifact artifact) throws CandidateFailure {
        return checked(artifact.digest(), compileAll(sources(artifact)));
    }

    /** Compiles the task's tests for a candidate. */
    public Map<String, byte[]> tests(Map<String, byte[]> classes) throws CandidateFailure {
        try {
            return compiler.compile(task.tests(), classes);
        } catch (CompileFailure e) {
            throw refused(Reason.BUILD, "the tests do not compile with it any more:\n" + e.getMessage());
        }
    }

    /** Only what changed, unless others can see the change. */
    private Map<String, byte[]> compile(Artifact artifact) throws CandidateFailure {
        Map<String, String> sources = sources(artifact);
        Map<String, String> changed = new TreeMap<>();
        for (String file : part.files()) {
            String text = sources.get(file);
            if (text != null && !text.equals(task.sources().get(file))) {
                changed.put(file, text);
            }
        }
        Map<String, byte[]> kept = new HashMap<>(seed);
        kept.keySet().removeIf(name -> changed.containsKey(origins.getOrDefault(name, "")));
        Map<String, byte[]> before = new HashMap<>(seed);
        before.keySet().removeAll(kept.keySet());
        try {
            Map<String, byte[]> fresh = changed.isEmpty() ? Map.of() : compiler.compile(changed, kept);
            if (!Interface.of(before).equals(Interface.of(fresh))) {
                return compileAll(sources);
            }
            for (String name : fresh.keySet()) {
                if (kept.containsKey(name)) {
                    throw refused(Reason.GUARD, name + " takes the place of a class of another file");
                }
            }
            kept.putAll(fresh);
            return kept;
        } catch (CompileFailure e) {
            throw refused(Reason.BUILD, String.valueOf(e.getMessage()));
        }
    }

    /** What is given comes last: no candidate takes the place of it. */
    private static Map<String, byte[]> withGiven(JavaTask task, Map<String, byte[]> compiled) {
        Map<String, byte[]> all = new HashMap<>(compiled);
        all.putAll(task.given());
        return all;
    }

    private Map<String, byte[]> compileAll(Map<String, String> sources) throws CandidateFailure {
        try {
            return withGiven(task, compiler.compile(sources, task.given()));
        } catch (CompileFailure e) {
            throw refused(Reason.BUILD, String.valueOf(e.getMessage()));
        }
    }

    private Built checked(String digest, Map<String, byte[]> classes) throws CandidateFailure {
        Map<String, byte[]> editable = without(classes, others);
        if (guarded) {
            String complaint = guard.complaint(editable);
            if (complaint != null) {
                throw refused(Reason.GUARD, complaint);
            }
            String missing = seen.missingIn(Interface.of(editable));
            if (missing != null) {
                throw refused(Reason.BUILD, "others may need what is gone or has changed: " + missing);
            }
        }
        return new Built(digest, classes, editable);
    }

    private Map<String, String> sources(Artifact artifact) throws CandidateFailure {
        Setting parameters = parameters(artifact);
        Map<String, String> sources = new TreeMap<>(task.sources());
        for (String file : part.files()) {
            String path = part.name() + "/" + file;
            if (!artifact.files().containsKey(path)) {
                throw refused(Reason.BUILD, "the file " + path + " is missing");
            }
            String text = artifact.text(path);
            if (text.length() > MOST_CHARS) {
                throw refused(Reason.BUILD, "the file " + path + " has more than " + MOST_CHARS + " characters");
            }
            sources.put(file, Parameters.set(text, parameters));
        }
        return sources;
    }

    private Setting parameters(Artifact artifact) throws CandidateFailure {
        String path = Artifact.parametersPath(part.name());
        if (!artifact.files().containsKey(path)) {
            return part.parameters().defaults();
        }
        try {
            Setting setting = ParameterFile.read(artifact.text(path));
            String complaint = part.parameters().complaint(setting);
            if (complaint != null) {
                throw refused(Reason.BUILD, complaint);
            }
            return setting;
        } catch (IllegalArgumentException e) {
            throw refused(Reason.BUILD, String.valueOf(e.getMessage()));
        }
    }

    /** All but the classes of the seed that come from other files: what a candidate adds is its own, whatever its name. */
    private static Map<String, byte[]> without(Map<String, byte[]> classes, Set<String> others) {
        Map<String, byte[]> editable = new HashMap<>(classes);
        editable.keySet().removeAll(others);
        return editable;
    }

    /** Which of the sources each class of the seed comes from: that of its name and its package. */
    private static Map<String, String> origins(JavaTask task, Map<String, byte[]> seed) {
        Map<String, String> byPlace = new TreeMap<>();
        task.sources().forEach((path, text) -> byPlace.put(packageOf(text) + simple(path), path));
        Map<String, String> origins = new TreeMap<>();
        seed.forEach((name, bytes) -> {
            String path = ClassFile.of()
                    .parse(bytes)
                    .findAttribute(Attributes.sourceFile())
                    .map(source -> byPlace.get(name.substring(0, name.lastIndexOf('.') + 1)
                            + simple(source.sourceFile().stringValue())))
                    .orElse(null);
            if (path != null) {
                origins.put(name, path);
            }
        });
        return origins;
    }

    private static String packageOf(String text) {
        Matcher matcher = PACKAGE.matcher(text);
        return matcher.find() ? matcher.group(1) + "." : "";
    }

    private static String simple(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Set<String> libraries(JavaTask task) {
        Set<String> names = new TreeSet<>();
        for (Path library : task.classPath()) {
            try {
                if (Files.isDirectory(library)) {
                    try (Stream<Path> files = Files.walk(library)) {
                        files.forEach(file -> add(library.relativize(file).toString(), names));
                    }
                } else {
                    try (var jar = new JarFile(library.toFile())) {
                        jar.stream().forEach(entry -> add(entry.getName(), names));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the library " + library + " cannot be read", e);
            }
        }
        return names;
    }

    private static void add(String file, Set<String> names) {
        if (file.endsWith(".class")) {
            names.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
        }
    }

    private static CandidateFailure refused(Reason reason, String message) {
        return new CandidateFailure(
                new Outcome.Rejected(reason, message.length() > 4000 ? message.substring(0, 4000) + "…" : message));
    }
}
