package dev.ouroboros.engine.process;

import java.io.IOException;

/** The other side sent something that is not a frame, is too large, or answers another question. */
final class ProtocolException extends IOException {
    ProtocolException(String message) {
        super(message);
    }
}
