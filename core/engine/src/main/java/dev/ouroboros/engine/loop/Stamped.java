package dev.ouroboros.engine.loop;

import java.time.Instant;

/**
 * An event with its place in the ledger.
 *
 * @param seq counts from 1
 * @param at when it was archived
 */
public record Stamped(long seq, Instant at, LoopEvent event) {}
