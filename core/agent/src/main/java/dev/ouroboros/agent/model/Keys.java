package dev.ouroboros.agent.model;

/** Keeps keys out of what is said. */
final class Keys {
    private Keys() {}

    /** @param key empty if there is none */
    static String without(String key, String text) {
        return key.isEmpty() ? text : text.replace(key, "(key)");
    }
}
