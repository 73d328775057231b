package dev.ouroboros.hdl.task;

/**
 * The reset of a design.
 *
 * @param name the input port, one bit wide
 * @param activeHigh whether 1 resets
 * @param asynchronous whether it acts without the clock
 * @param cycles for how many clock cycles it is held before the contract begins, at least 1
 */
public record Reset(String name, boolean activeHigh, boolean asynchronous, int cycles) {}
