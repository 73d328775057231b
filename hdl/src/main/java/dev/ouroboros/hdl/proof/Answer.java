package dev.ouroboros.hdl.proof;

import java.util.BitSet;
import java.util.List;

/** What an engine says of a graph. */
sealed interface Answer {

    /** Its output is 0 for ever. */
    record Holds() implements Answer {}

    /**
     * Its output becomes 1 in the last of these cycles.
     *
     * @param inputs of each cycle, which of the graph's inputs are 1
     */
    record Fails(List<BitSet> inputs) implements Answer {
        public Fails {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * It ran out of time.
     *
     * @param cycles for how many it knows that the output is 0
     */
    record Open(int cycles) implements Answer {}
}
