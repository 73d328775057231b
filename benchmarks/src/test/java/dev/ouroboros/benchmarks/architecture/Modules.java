package dev.ouroboros.benchmarks.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The modules of this build, read from its parent {@code pom.xml}, and their compiled classes without tests. */
final class Modules {

    private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

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

    /** The last part of the folder, which is also what follows {@code dev.ouroboros} in the names of its packages. */
    static String name(String folder) {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }
}
