package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.worker.Messages;
import dev.ouroboros.engine.process.SharedClasses;
import dev.ouroboros.engine.process.Worker;
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
    private static final List<String> USUAL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:+DisableAttachMechanism",
            "--enable-native-access=ALL-UNNAMED");

    public JavaCommand {
        line = List.copyOf(line);
        visible = List.copyOf(visible);
    }

    /**
     * Starts a class with nothing on its class path but what it needs: it shall find nothing of the optimizer itself.
     *
     * @param needed classes of the libraries that it uses beyond those that every worker does
     * @param options for the JVM, on top of the usual ones
     */
    public static JavaCommand of(Class<?> main, List<Class<?>> needed, List<String> options, List<String> arguments) {
        Path java = Path.of(System.getProperty("java.home"));
        List<Path> classPath = classPath(main, needed);
        Path program = java.resolve("bin/java");
        Optional<Path> shared =
                SharedClasses.of(program, USUAL, classPath, List.of(main.getName(), Messages.class.getName()));
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.addAll(USUAL);
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

    private static List<Path> classPath(Class<?> main, List<Class<?>> needed) {
        Stream<Class<?>> usual = Stream.of(
                main,
                Messages.class,
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
