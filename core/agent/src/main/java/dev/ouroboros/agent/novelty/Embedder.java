package dev.ouroboros.agent.novelty;

import java.util.List;

/** Places texts so that texts of like meaning lie close together. */
public interface Embedder {

    /** Returns a vector of length 1 for each text. */
    List<float[]> embed(List<String> texts);
}
