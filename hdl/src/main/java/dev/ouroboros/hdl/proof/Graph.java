package dev.ouroboros.hdl.proof;

/** What engines are asked about: a graph, and whether one of its literals is 0 for ever. */
interface Graph {
    Aig aig();

    /** 1 in a cycle in which the candidate is wrong, and maybe in others; never 1 only if it is never wrong. */
    int differs();

    /** Returns how many cycles later than the seed the candidate is. */
    default int latency() {
        return 0;
    }

    /** Returns whether what differs depends on nothing but the inputs of the same cycle. */
    default boolean stateless() {
        return aig().latches().isEmpty();
    }
}
