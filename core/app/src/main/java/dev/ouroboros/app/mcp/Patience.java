package dev.ouroboros.app.mcp;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long a call waits, and whom it tells in the meantime that it still does.
 *
 * @param progress told in some words
 */
record Patience(Duration most, Consumer<String> progress) {
    /** Between two signs of life; clients give up on a call that is silent for some ten seconds. */
    static final Duration BEAT = Duration.ofSeconds(3);
}
