package dev.ouroboros.engine.process;

/** Runs external tools. */
public interface ToolRunner {}
