package dev.ouroboros.engine.layer;

/** The two sides of a block. */
public enum Side {
    INCUMBENT,
    CHALLENGER
}
