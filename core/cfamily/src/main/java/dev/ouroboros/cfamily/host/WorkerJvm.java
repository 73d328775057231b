package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.worker.Messages;
import dev.ouroboros.engine.process.JavaCommand;
import java.util.List;

/** The JVMs that load and launch built kernels. */
public final class WorkerJvm {
    private static final List<String> USUAL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:+DisableAttachMechanism",
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
