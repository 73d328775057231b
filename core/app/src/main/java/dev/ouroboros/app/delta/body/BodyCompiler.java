package dev.ouroboros.app.delta.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Java's own compiler, in memory, with no libraries. */
final class BodyCompiler {
    private static final List<String> OPTIONS = List.of("-proc:none", "-nowarn", "-g:none", "-Xlint:none");
    private static final int MOST_ERRORS = 5;

    private BodyCompiler() {}

    /**
     * Compiles sources.
     *
     * @param sources text by path
     * @return class files by name
     * @throws BodyException if they do not compile
     */
    static Map<String, byte[]> compile(Map<String, String> sources) throws BodyException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this Java has no compiler: a JDK is needed, not a JRE");
        }
        var said = new DiagnosticCollector<JavaFileObject>();
        try (var standard = compiler.getStandardFileManager(said, Locale.ROOT, null)) {
            standard.setLocation(StandardLocation.CLASS_PATH, List.of());
            var files = new Memory(standard);
            var units = sources.entrySet().stream()
                    .map(source -> source(source.getKey(), source.getValue()))
                    .toList();
            boolean well = compiler.getTask(Writer.nullWriter(), files, said, OPTIONS, null, units)
                    .call();
            if (!well) {
                throw new BodyException(BodyException.Fault.BUILD, errors(said));
            }
            return files.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (StackOverflowError e) {
            throw new BodyException(BodyException.Fault.BUILD, "it is nested too deeply for the compiler");
        }
    }

    private static String errors(DiagnosticCollector<JavaFileObject> said) {
        return said.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST_ERRORS)
                .map(each -> each.getLineNumber() + ": " + each.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private static JavaFileObject source(String path, String text) {
        return new SimpleJavaFileObject(URI.create("memory:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Takes what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        Memory(StandardJavaFileManager platform) {
            super(platform);
        }

        Map<String, byte[]> classes() {
            var classes = new TreeMap<String, byte[]>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String name,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    var bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }
    }
}
