package dev.ouroboros.agent.novelty;

/** Places texts so that texts of like meaning lie close together. */
public interface Embedder {

    /** Returns a vector of length 1. */
    float[] embed(String text);
}
