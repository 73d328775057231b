package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.task.Reset;
import org.jspecify.annotations.Nullable;

/**
 * What is to be proved: whatever comes in, the candidate gives what the seed gives, {@code latency} cycles later. Where the
 * seed is undefined anything is right; what is undefined in the candidate must be right for every value.
 *
 * @param reset null if both start from their initial values
 */
public record Obligation(
        Circuit seed, Circuit candidate, @Nullable Reset reset, int latency) {}
