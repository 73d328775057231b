package dev.ouroboros.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine without its strategies. */
class SearchCopyTest {
    private static final Path HOME = Path.of("..");
    private static final String SEARCH = "core/engine/src/main/java/dev/ouroboros/engine/search/";

    @TempDir
    Path folder;

    @Test
    void theCopyCompilesAndRandomSearchIsTheOnlyStrategyThatIsLeft() throws Exception {
        Path copy = folder.resolve("copy");
        List<String> deleted = SearchCopy.make(HOME, copy, null);
        assertTrue(
                deleted.containsAll(List.of("GaussianSearch", "Forest", "LocalSteps", "Crossover", "Kernel")),
                () -> deleted + " were deleted");
        assertFalse(Files.exists(copy.resolve(SEARCH + "LocalSteps.java")));
        Path classes = compiled(copy);
        try (var loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, new Only(getClass().getClassLoader()))) {
            Object names = loader.loadClass("dev.ouroboros.engine.search.GridSearch")
                    .getMethod("names")
                    .invoke(null);
            assertEquals(List.of("ouroboros", "random"), names);
        }
    }

    @Test
    void whatWasFoundStandsInThePlaceOfRandomSearch() throws Exception {
        Path found = Files.writeString(folder.resolve("found.java"), "found");
        Path copy = folder.resolve("copy");
        SearchCopy.make(HOME, copy, found);
        assertEquals("found", Files.readString(copy.resolve(SEARCH + "RandomSampling.java")));
    }

    @Test
    void nothingIsOverwritten() {
        assertThrows(IllegalArgumentException.class, () -> SearchCopy.make(HOME, folder, null));
    }

    /** Everything but the engine itself. */
    private static final class Only extends ClassLoader {
        Only(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("dev.ouroboros.engine.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    private Path compiled(Path copy) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(copy)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
        return classes;
    }
}
