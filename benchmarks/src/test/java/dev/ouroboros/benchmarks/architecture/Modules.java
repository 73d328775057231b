package dev.ouroboros.benchmarks.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The modules of this build, read from its parent {@code pom.xml}, and their compiled classes without tests. */
final class Modules {

    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

    private static final Map<String, String> PACKAGES = Map.of("native", "nativec");

    private Modules() {}

    /** The folder of the whole project; Surefire starts a test in the folder of its module. */
    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** The folders of the modules relative to {@link #root()}, for example {@code core/engine}. */
    static List<String> folders() throws IOException {
        return MODULE.matcher(Files.readString(root().resolve("pom.xml")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    static JavaClasses classesOf(String folder) {
        return new ClassFileImporter().importPath(root().resolve(folder).resolve("target/classes"));
    }

    /**
     * What follows {@code dev.ouroboros} in the names of a module's packages: the last part of its folder, unless that is a
     * word of Java.
     */
    static String name(String folder) {
        String last = folder.substring(folder.lastIndexOf('/') + 1);
        return PACKAGES.getOrDefault(last, last);
    }
}
