package dev.ouroboros.engine.space;

/** A named condition that every setting of a space must meet. */
public record Constraint(String name, Expression condition) {}
