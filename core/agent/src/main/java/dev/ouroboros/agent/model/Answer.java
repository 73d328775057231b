package dev.ouroboros.agent.model;

import dev.ouroboros.engine.propose.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What a model said.
 *
 * @param inputTokens as the provider counts them; null if it does not say
 * @param outputTokens as the provider counts them; null if it does not say
 * @param usage what it cost when it was first given; null if it was given just now
 */
public record Answer(
        String text,
        @Nullable Integer inputTokens,
        @Nullable Integer outputTokens,
        Exchange.@Nullable Usage usage) {

    /** An answer given just now. */
    public Answer(String text, @Nullable Integer inputTokens, @Nullable Integer outputTokens) {
        this(text, inputTokens, outputTokens, null);
    }
}
