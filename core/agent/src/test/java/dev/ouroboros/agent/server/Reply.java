package dev.ouroboros.agent.server;

import java.util.Map;

/** How the scripted server replies to one request. */
public sealed interface Reply {

    /** A good answer with its usage. */
    record Text(String text, int inputTokens, int outputTokens) implements Reply {}

    /** A good answer after thoughts, which cost as well and, where the service shows them, stand apart from it. */
    record Thoughtful(String thought, String text, int inputTokens, int thoughtTokens, int outputTokens)
            implements Reply {}

    /** A good answer that does not say what it cost. */
    record NoUsage(String text) implements Reply {}

    /** A status other than 200. */
    record Status(int code, Map<String, String> headers, String body) implements Reply {}

    /** Status 200 and a body that is no JSON. */
    record BrokenJson() implements Reply {}

    /** The connection ends in the middle of a good answer. */
    record Cut(String text) implements Reply {}

    /** A good answer of which only the beginning ever comes, until the client gives up. */
    record Stalled(String text) implements Reply {}

    /** Returns a good answer whose usage is 100 tokens in and 10 out. */
    static Reply text(String text) {
        return new Text(text, 100, 10);
    }

    /** Returns status 429, with the time to wait if it is not empty. */
    static Reply busy(String retryAfter) {
        return new Status(429, retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter), "slow down");
    }
}
