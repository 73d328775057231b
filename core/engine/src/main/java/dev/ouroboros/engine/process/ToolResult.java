package dev.ouroboros.engine.process;

/**
 * How a tool ended.
 *
 * @param exit its exit code, 128 + n when signal n ended it; meaningless when {@code timedOut} or {@code outOfMemory}
 * @param out the head of its standard output, as UTF-8
 * @param err the head of its standard error, as UTF-8
 * @param timedOut whether it was killed for its time
 * @param outOfMemory whether it was killed for its memory
 * @param truncated whether either output was longer than the cap
 */
public record ToolResult(int exit, String out, String err, boolean timedOut, boolean outOfMemory, boolean truncated) {

    /** Of a tool that stayed within its memory. */
    public ToolResult(int exit, String out, String err, boolean timedOut, boolean truncated) {
        this(exit, out, err, timedOut, false, truncated);
    }

    /** Ended by itself with exit code 0. */
    public boolean succeeded() {
        return exit == 0 && !timedOut && !outOfMemory;
    }
}
