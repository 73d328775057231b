package dev.ouroboros.engine.process;

/** Nothing. */
public record NoSandbox() implements Sandbox {}
