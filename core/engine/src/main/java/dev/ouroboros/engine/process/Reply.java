package dev.ouroboros.engine.process;

/**
 * A worker's answer with the time that counts.
 *
 * @param nanos on the parent's clock, from before the first byte of the request was written until after the last byte of the
 *     reply was read
 */
public record Reply(Frame frame, long nanos) {}
