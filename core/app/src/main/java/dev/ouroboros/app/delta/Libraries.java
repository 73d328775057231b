package dev.ouroboros.app.delta;

import dev.ouroboros.engine.artifact.Digest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** The jars that this process runs on. */
final class Libraries {
    private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));
    private static final String OURS = "dev/ouroboros/";
    private static final String FACTS = "META-INF/";
    private static final int DIGITS = 8;

    private Libraries() {}

    /** Returns the libraries of others, which frozen versions are built and played with: the same for all of them. */
    static List<Path> ofOthers() {
        return all().stream().filter(Libraries::isOfOthers).toList();
    }

    /** Returns a short digest of which libraries these are, by their names, and of the JDK. */
    static String edition() {
        var names = ofOthers().stream()
                .map(jar -> jar.getFileName().toString())
                .sorted()
                .toList();
        return Digest.of(Runtime.version().feature() + "\n" + String.join("\n", names))
                .substring(0, DIGITS);
    }

    /** Returns all, our own included: jars, or folders while it is tested. */
    static List<Path> all() {
        Set<Path> found = new LinkedHashSet<>();
        SEPARATOR
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().normalize())
                .forEach(entry -> add(entry, found));
        return List.copyOf(found);
    }

    private static void add(Path entry, Set<Path> found) {
        if (!Files.exists(entry) || !found.add(entry) || Files.isDirectory(entry)) {
            return;
        }
        for (var named : named(entry)) {
            add(Path.of(entry.toUri().resolve(named)).normalize(), found);
        }
    }

    /** A jar names others in its manifest. */
    private static List<String> named(Path jar) {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            var list = manifest == null ? null : manifest.getMainAttributes().getValue("Class-Path");
            return list == null
                    ? List.of()
                    : new ArrayList<>(List.of(list.strip().split("\\s+")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    /** A jar that only names others, as test runners write them, would lead back to our own. */
    private static boolean isOfOthers(Path entry) {
        if (Files.isDirectory(entry)) {
            return false;
        }
        try (var file = new JarFile(entry.toFile())) {
            return file.stream().noneMatch(part -> part.getName().startsWith(OURS))
                    && file.stream().anyMatch(part -> !part.getName().startsWith(FACTS));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + entry, e);
        }
    }
}
