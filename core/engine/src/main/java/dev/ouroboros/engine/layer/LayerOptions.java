package dev.ouroboros.engine.layer;

import dev.ouroboros.engine.process.Sandbox;
import dev.ouroboros.engine.process.ToolRunner;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the outside gives a layer for one run.
 *
 * @param device which device to use, as the layer's doctor check names it; null for the layer's own choice
 * @param sandbox what candidates run in
 * @param tools runs external tools
 * @param secret random numbers nobody outside the parent process can know; inputs are drawn from it
 */
public record LayerOptions(@Nullable String device, Sandbox sandbox, ToolRunner tools, RandomGenerator secret) {}
