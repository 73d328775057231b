package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.space.ParameterSpace;

/**
 * The part of a T1 file of the auto-tuning community's FAIR schema that describes the space. {@link T1Reader} reads it,
 * {@link T1Writer} writes it.
 *
 * @param name of the benchmark
 */
public record T1(String name, ParameterSpace space) {}
