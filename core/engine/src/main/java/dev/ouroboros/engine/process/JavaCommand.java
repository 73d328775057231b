package dev.ouroboros.engine.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a worker in Java, and what of this machine it must see.
 *
 * @param visible files and folders that the worker reads
 */
public record JavaCommand(List<String> line, List<Path> visible) {
    public JavaCommand {
        line = List.copyOf(line);
        visible = List.copyOf(visible);
    }

    /**
     * Starts a class with nothing on its class path but what it needs: it shall find nothing of the optimizer itself.
     *
     * @param usual options of all workers of a layer, with which the archive of their classes is made
     * @param messages what parent and worker say to each other, loaded in advance like {@code main}
     * @param needed classes of the libraries that it uses beyond those of the protocol
     * @param options for the JVM, on top of the usual ones
     */
    public static JavaCommand of(
            List<String> usual,
            Class<?> main,
            Class<?> messages,
            List<Class<?>> needed,
            List<String> options,
            List<String> arguments) {
        Path java = Path.of(System.getProperty("java.home"));
        Path program = java.resolve("bin/java");
        List<Path> classPath = classPath(main, messages, needed);
        Optional<Path> shared =
                SharedClasses.of(program, usual, classPath, List.of(main.getName(), messages.getName()));
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(usual);
        shared.ifPresent(archive -> line.addAll(SharedClasses.options(archive)));
        line.addAll(options);
        line.add("-cp");
        line.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        line.add(main.getName());
        line.addAll(arguments);
        List<Path> visible = new ArrayList<>(classPath);
        visible.add(java);
        shared.ifPresent(visible::add);
        return new JavaCommand(line, visible);
    }

    private static List<Path> classPath(Class<?> main, Class<?> messages, List<Class<?>> needed) {
        Stream<Class<?>> usual = Stream.of(
                main,
                messages,
                Worker.class,
                tools.jackson.databind.json.JsonMapper.class,
                tools.jackson.core.JsonParser.class,
                com.fasterxml.jackson.annotation.JsonProperty.class);
        return Stream.concat(usual, needed.stream())
                .map(JavaCommand::origin)
                .distinct()
                .toList();
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where " + type + " comes from is no path", e);
        }
    }
}
