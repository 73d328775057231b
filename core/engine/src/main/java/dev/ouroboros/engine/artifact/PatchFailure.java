package dev.ouroboros.engine.artifact;

/** A patch that does not fit the artifact it was made for. The message says where and what was expected. */
public final class PatchFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public PatchFailure(String message) {
        super(message);
    }
}
