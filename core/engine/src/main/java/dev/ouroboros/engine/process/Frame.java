package dev.ouroboros.engine.process;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One message between parent and worker.
 *
 * @param kind what it is about, a short name that a layer chooses
 * @param body any JSON value
 * @param payload raw bytes; not copied, so do not change them afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // Frames are carried, never compared.
public record Frame(String kind, JsonNode body, byte[] payload) {
    private static final byte[] NOTHING = {};

    /** With an empty object and no payload. */
    public static Frame of(String kind) {
        return new Frame(kind, JsonNodeFactory.instance.objectNode(), NOTHING);
    }

    /** Without payload. */
    public static Frame of(String kind, JsonNode body) {
        return new Frame(kind, body, NOTHING);
    }
}
