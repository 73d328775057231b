package dev.ouroboros.engine.process;

/** Runs external programs. {@link DefaultToolRunner} really does; tests answer from a table. */
@FunctionalInterface
public interface ToolRunner {

    /**
     * Runs to the end, to the time-out or to the interrupt, whichever is first; in the last two cases the whole process
     * tree is gone before this returns or throws.
     *
     * @throws ToolMissing when the program is not installed
     */
    ToolResult run(ToolCall call) throws InterruptedException;
}
