package dev.ouroboros.agent.server;

import java.util.List;

/**
 * A request as the scripted server got it.
 *
 * @param key as it stands in the header where the service looks for it
 * @param body the JSON text
 * @param messages what each turn says, in order, the system's first
 */
public record Asked(int number, String path, String key, String body, List<String> messages, boolean stream) {

    /** Returns what was said last. */
    public String last() {
        return messages.getLast();
    }
}
