package dev.ouroboros.engine.run;

import dev.ouroboros.engine.process.NoSandbox;
import dev.ouroboros.engine.process.Sandbox;
import org.jspecify.annotations.Nullable;

/**
 * How to run a task; none of it changes what is decided, given equal measurements, but the seed.
 *
 * @param seed of the proposer
 * @param parallel candidates built and checked at once, at least 1
 * @param device which device to measure on; null for the layer's choice
 * @param sandbox what candidates run in
 */
public record RunOptions(long seed, int parallel, @Nullable String device, Sandbox sandbox) {
    public RunOptions {
        if (parallel < 1) {
            throw new IllegalArgumentException("--parallel is " + parallel + "; expected at least 1");
        }
    }

    /** Returns the sandbox's name for reports: {@code none} if candidates run unprotected. */
    public String sandboxName() {
        return sandbox instanceof NoSandbox ? "none" : "bubblewrap";
    }
}
