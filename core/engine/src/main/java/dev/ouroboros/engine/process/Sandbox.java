package dev.ouroboros.engine.process;

/** What candidates run in. */
public interface Sandbox {}
