package dev.ouroboros.engine.layer;

/** The device that was asked for, or any at all, is not on this machine. The message lists those there are, or mends it. */
public final class DeviceMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeviceMissing(String message) {
        super(message);
    }
}
