package dev.ouroboros.agent.server;

import java.util.List;

/**
 * A request as the scripted server got it.
 *
 * @param key the bearer token
 * @param body the JSON text
 * @param messages what each turn says, in order
 */
public record Asked(int number, String path, String key, String body, List<String> messages, boolean stream) {

    /** Returns what was said last. */
    public String last() {
        return messages.getLast();
    }
}
