package dev.ouroboros.java.host;

import dev.ouroboros.engine.process.SharedClasses;
import dev.ouroboros.engine.process.Worker;
import dev.ouroboros.java.worker.Messages;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a JVM that runs candidates, and what of this machine it must see. Its environment is empty, nothing can
 * attach to it, and no agent can be loaded.
 *
 * @param visible files and folders that it reads
 */
public record JvmCommand(List<String> line, List<Path> visible) {
    private static final List<String> USUAL = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:+DisableAttachMechanism",
            "-XX:-EnableDynamicAgentLoading",
            "-Xms512m",
            "-Xmn256m",
            "-Xmx768m",
            "-Xss8m",
            "--illegal-native-access=deny",
            "--enable-native-access=ALL-UNNAMED");

    public JvmCommand {
        line = List.copyOf(line);
        visible = List.copyOf(visible);
    }

    /**
     * Starts a class with nothing on its class path but what it needs: it shall find nothing of the optimizer itself.
     *
     * @param needed classes of the libraries that it uses beyond those of the protocol
     */
    public static JvmCommand of(Class<?> main, List<Class<?>> needed, List<String> options, List<String> arguments) {
        Path java = Path.of(System.getProperty("java.home"));
        List<Path> classPath = Stream.concat(
                        Stream.<Class<?>>of(
                                main,
                                Worker.class,
                                tools.jackson.databind.json.JsonMapper.class,
                                tools.jackson.core.JsonParser.class,
                                com.fasterxml.jackson.annotation.JsonProperty.class),
                        needed.stream())
                .map(JvmCommand::origin)
                .distinct()
                .toList();
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
        return new JvmCommand(line, visible);
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
