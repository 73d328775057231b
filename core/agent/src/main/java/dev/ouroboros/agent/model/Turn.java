package dev.ouroboros.agent.model;

/** One thing said in a conversation. */
public record Turn(Role role, String text) {
    /** Who said it. */
    public enum Role {
        SYSTEM,
        USER,
        MODEL
    }
}
