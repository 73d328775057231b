package dev.ouroboros.engine.propose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question to a model and what came back. It costs money whether or not a proposal came of it.
 *
 * @param proposer name of who asked, for example {@code llm/small}
 * @param purpose what it was for: a new idea, or a repair of the last answer
 * @param settings how it was asked, by name: model, temperature and so on; never a key
 * @param request the whole text sent, without keys
 * @param answer the text that came back; empty if none did
 * @param usage what it cost
 * @param failure why there is no answer, in words; null if there is one
 */
public record Exchange(
        String proposer,
        String purpose,
        Map<String, String> settings,
        String request,
        String answer,
        Usage usage,
        @Nullable String failure) {

    public Exchange {
        settings = Map.copyOf(settings);
    }

    /**
     * What one exchange cost.
     *
     * @param estimated whether the tokens are our guess because the provider did not tell
     * @param seconds from question to answer
     */
    public record Usage(long inputTokens, long outputTokens, boolean estimated, double dollars, double seconds) {}
}
