package dev.ouroboros.engine.process;

import java.util.List;

/** A way to start a command so that it cannot do harm. Found by {@link Sandboxes#detect()}. */
public sealed interface Sandbox permits Bubblewrap, NoSandbox {

    /**
     * The command line that runs {@code command} under {@code spec}. It does not depend on the environment it is started
     * with. Memory is not bounded by it: whoever starts it watches ({@link Worker} and {@link ToolRunner} do).
     */
    List<String> wrap(SandboxSpec spec, List<String> command);
}
