package dev.ouroboros.kernels.device;

/** The compiler refuses; the message is its log. */
public final class BuildFailure extends Exception {
    private static final long serialVersionUID = 1L;

    BuildFailure(String log) {
        super(log);
    }
}
