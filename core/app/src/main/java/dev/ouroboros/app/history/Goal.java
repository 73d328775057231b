package dev.ouroboros.app.history;

import dev.ouroboros.engine.evaluation.Direction;

/** An objective as a reader of a run knows it. */
public record Goal(String metric, String unit, Direction direction) {}
