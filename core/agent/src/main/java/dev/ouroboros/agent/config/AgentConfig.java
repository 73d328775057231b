package dev.ouroboros.agent.config;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about models.
 *
 * @param source where it was read, for people
 * @param models at least one
 * @param similarity cosine of embeddings from which on two candidates are near-duplicates; above 1 for never
 * @param promptTokens most tokens of one prompt
 * @param prompts a folder whose templates take the place of ours of the same name; null for ours
 */
public record AgentConfig(
        String source,
        List<ModelSpec> models,
        Caps caps,
        double similarity,
        int promptTokens,
        @Nullable Path prompts) {

    /** What holds if the user says nothing. */
    public static final double STANDARD_SIMILARITY = 0.992;

    /** What holds if the user says nothing. */
    public static final int STANDARD_PROMPT_TOKENS = 12_000;

    public AgentConfig {
        models = List.copyOf(models);
    }
}
