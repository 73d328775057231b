package dev.ouroboros.app.history;

import dev.ouroboros.engine.loop.LoopEvent;
import java.time.Instant;

/**
 * An event with its place in the ledger.
 *
 * @param seq counts the events of a run from 1
 * @param time when it was written
 */
public record Stamped(long seq, Instant time, LoopEvent event) {}
