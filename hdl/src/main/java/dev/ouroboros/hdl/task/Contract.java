package dev.ouroboros.hdl.task;

/** What a candidate must have in common with the seed. */
public sealed interface Contract {

    /** No state at all: every output is the same function of the inputs. */
    record Combinational() implements Contract {}

    /**
     * Every output has the same value in every clock cycle, {@code latency} cycles later than in the seed.
     *
     * @param latency 0 is the seed's own latency
     */
    record CycleExact(int latency) implements Contract {}
}
