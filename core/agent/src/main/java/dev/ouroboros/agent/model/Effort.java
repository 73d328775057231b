package dev.ouroboros.agent.model;

import dev.ouroboros.agent.config.ModelSpec;

/** Thinking efforts as numbers of tokens, for services that want a number. */
final class Effort {
    /** The least that Anthropic takes, and the most that every thinking model of Gemini takes. */
    private static final int LEAST = 1024;

    private static final int MOST = 24_576;

    private Effort() {}

    /** Returns how many of {@code maxOutput} tokens, at least {@link ModelSpec#LEAST_TO_THINK}, may be thoughts. */
    static int thinkingTokens(String effort, int maxOutput) {
        double share = switch (effort) {
            case "low" -> 0.15;
            case "medium" -> 0.4;
            default -> 0.75;
        };
        return Math.clamp((int) (share * maxOutput), LEAST, MOST);
    }
}
