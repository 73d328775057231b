package dev.ouroboros.java.host;

import dev.ouroboros.engine.process.JavaCommand;
import dev.ouroboros.java.worker.Messages;
import java.util.List;

/** The JVMs that run candidates. Their environment is empty, nothing can attach to them, and no agent can be loaded. */
public final class WorkerJvm {
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

    private WorkerJvm() {}

    /**
     * Returns the command line for a class.
     *
     * @param needed classes of the libraries that it uses beyond those that every worker does
     * @param options for the JVM, on top of the usual ones
     */
    public static JavaCommand command(
            Class<?> main, List<Class<?>> needed, List<String> options, List<String> arguments) {
        return JavaCommand.of(USUAL, main, Messages.class, needed, options, arguments);
    }
}
