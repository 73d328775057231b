package dev.ouroboros.engine.plantedright;

import dev.ouroboros.engine.plantedleft.Left;
import org.jspecify.annotations.Nullable;

/** The other half. */
public record Right(@Nullable Left left) {}
