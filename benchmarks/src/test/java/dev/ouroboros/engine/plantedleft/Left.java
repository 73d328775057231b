package dev.ouroboros.engine.plantedleft;

import dev.ouroboros.engine.plantedright.Right;
import org.jspecify.annotations.Nullable;

/** Half of a cycle. */
public record Left(@Nullable Right right) {}
