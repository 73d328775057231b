package dev.ouroboros.agent.propose;

import dev.ouroboros.agent.model.LanguageModel;
import java.util.List;

/** A model with the ways in which it may be asked, and whether it answers at all. */
final class Contender {
    /** Batches that a model rests after it failed again and again. */
    private static final int REST = 3;

    private final LanguageModel model;
    private final List<Knobs> knobs;
    private int resting;
    private boolean gone;

    Contender(LanguageModel model, List<Knobs> knobs) {
        this.model = model;
        this.knobs = List.copyOf(knobs);
    }

    LanguageModel model() {
        return model;
    }

    List<Knobs> knobs() {
        return knobs;
    }

    boolean answers() {
        return !gone && resting == 0;
    }

    void rest() {
        resting = REST;
    }

    /** It will not answer in this session. */
    void leave() {
        gone = true;
    }

    void batchBegins() {
        resting = Math.max(0, resting - 1);
    }
}
