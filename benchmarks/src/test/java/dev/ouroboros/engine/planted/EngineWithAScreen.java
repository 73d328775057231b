package dev.ouroboros.engine.planted;

import picocli.CommandLine;

/** An engine class that prints. */
public record EngineWithAScreen(CommandLine screen) {}
