package dev.ouroboros.agent.model;

/** Thinking efforts as numbers of tokens, for services that want a number. */
final class Effort {
    /** The least that the services take. */
    private static final int LEAST = 1024;

    private Effort() {}

    /** Returns how many of {@code maxOutput} tokens may be thoughts. */
    static int thinkingTokens(String effort, int maxOutput) {
        double share = switch (effort) {
            case "low" -> 0.15;
            case "medium" -> 0.4;
            default -> 0.75;
        };
        return Math.max(LEAST, (int) (share * maxOutput));
    }
}
