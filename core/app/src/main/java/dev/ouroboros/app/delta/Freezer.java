package dev.ouroboros.app.delta;

import dev.ouroboros.engine.artifact.Digest;
import dev.ouroboros.engine.process.ToolCall;
import dev.ouroboros.engine.process.ToolRunner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds versions into folders named by the digest of what was built, which are never written again. The compiler is that
 * of the JDK, with the libraries of this program and without annotation processors: nothing of a version runs while it is
 * built, and all versions get the same libraries.
 */
public final class Freezer {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int CAP = 1 << 16;
    private static final int MOST_WORDS = 4000;

    private final Sources sources;
    private final ToolRunner tools;
    private final Path folder;

    /**
     * @param home folder of the program and its repository
     * @param folder where frozen versions lie
     * @param scope how much of a version is built
     */
    public Freezer(Path home, Path folder, ToolRunner tools, Scope scope) {
        this.sources = new Sources(home.toAbsolutePath().normalize(), tools, scope);
        this.tools = tools;
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Returns the version of that name: a revision, {@code working}, or a folder with a checkout.
     *
     * @param note told what the user should know
     * @throws DeltaException if there is none, or it does not build
     */
    public Version freeze(String name, Consumer<String> note) throws DeltaException, InterruptedException {
        var source = sources.find(name, note);
        try {
            Files.createDirectories(folder);
            var workshop = Files.createTempDirectory(folder, "building-");
            try {
                return built(source, workshop);
            } finally {
                delete(workshop);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("versions cannot be kept in " + folder, e);
        }
    }

    private Version built(Source source, Path workshop) throws IOException, DeltaException, InterruptedException {
        var text = Files.createDirectory(workshop.resolve("source"));
        sources.copy(source, text);
        // The same text was built before: what came of it is noted under its digest.
        var note = folder.resolve(digest(text) + ".built");
        if (Files.exists(note)) {
            var known = Files.readString(note);
            if (Files.isDirectory(folder.resolve(known))) {
                return new Version(source.name(), source.origin(), known, folder.resolve(known));
            }
        }
        var classes = Files.createDirectory(workshop.resolve("classes"));
        compile(source, workshop, text, classes);
        copyResources(text.resolve("resources"), classes);
        var digest = digest(classes);
        var home = folder.resolve(digest);
        if (!Files.isDirectory(home)) {
            Files.move(classes, home, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.writeString(note, digest);
        return new Version(source.name(), source.origin(), digest, home);
    }

    private void compile(Source source, Path workshop, Path text, Path classes)
            throws IOException, DeltaException, InterruptedException {
        var lines = new ArrayList<>(List.of(
                "-d", quoted(classes), "-proc:none", "-g:none", "-nowarn", "-parameters", "-encoding", "UTF-8", "-cp"));
        lines.add(Libraries.ofOthers().stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator, "\"", "\"")));
        files(text.resolve("java")).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(Freezer::quoted)
                .forEach(lines::add);
        var arguments = Files.write(workshop.resolve("arguments"), lines);
        var javac = Path.of(System.getProperty("java.home"), "bin", "javac").toString();
        var result = tools.run(new ToolCall(List.of(javac, "@" + arguments), workshop, Map.of(), PATIENCE, CAP));
        if (!result.succeeded()) {
            var words = (result.out() + result.err())
                    .replace(text + File.separator, "")
                    .strip();
            throw new DeltaException(source.name() + " (" + source.origin() + ") does not build"
                    + (result.timedOut() ? " within " + PATIENCE.toMinutes() + " minutes" : "") + ":\n"
                    + (words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + " …" : words));
        }
    }

    private static void copyResources(Path from, Path to) throws IOException {
        for (var file : Files.isDirectory(from) ? files(from) : List.<Path>of()) {
            var target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** In an argument file a backslash has to be doubled. */
    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\") + "\"";
    }

    /** Returns the digest of all files of a folder with their names. */
    static String digest(Path folder) throws IOException {
        var sum = Digest.sha256();
        for (var file : files(folder)) {
            sum.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            sum.update((byte) 0);
            sum.update(Digest.of(Files.readAllBytes(file)).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sum.digest());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
