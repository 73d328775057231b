package dev.ouroboros.java.build;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Java's own compiler, in memory. Thread-safe. */
public final class Compiler {
    /** No processor of a candidate's runs in this process, and warnings are nobody's concern. */
    private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-g", "-Xlint:none");

    private final List<Path> classPath;

    /** With some libraries. */
    public Compiler(List<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    /** Sources that are no Java; the message is the compiler's. */
    public static final class CompileFailure extends Exception {
        private static final long serialVersionUID = 1L;

        CompileFailure(String message) {
            super(message);
        }
    }

    /**
     * Compiles some files.
     *
     * @param sources text by path
     * @param known class files that they may use, by binary name
     * @return class files by binary name
     */
    public Map<String, byte[]> compile(Map<String, String> sources, Map<String, byte[]> known) throws CompileFailure {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler: a JDK is needed, not a JRE");
        }
        var said = new DiagnosticCollector<JavaFileObject>();
        var console = new StringWriter();
        try (var standard = compiler.getStandardFileManager(said, Locale.ROOT, null)) {
            standard.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            var files = new MemoryFiles(standard, known);
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((path, text) -> units.add(MemoryFiles.source(path, text)));
            boolean well =
                    compiler.getTask(console, files, said, OPTIONS, null, units).call();
            if (!well) {
                throw new CompileFailure(text(said, console));
            }
            return new HashMap<>(files.written());
        } catch (IOException e) {
            throw new UncheckedIOException("the class path cannot be read", e);
        } catch (StackOverflowError e) {
            throw new CompileFailure("the source is nested too deeply for the compiler");
        }
    }

    private static String text(DiagnosticCollector<JavaFileObject> said, StringWriter console) {
        String errors = said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .limit(20)
                .map(each -> (each.getSource() == null ? "" : each.getSource().getName() + ":") + each.getLineNumber()
                        + ": " + each.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        return errors.isEmpty() ? "the compiler gave up\n" + console : errors;
    }
}
