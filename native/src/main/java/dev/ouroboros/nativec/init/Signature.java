package dev.ouroboros.nativec.init;

import java.util.List;

/**
 * How a function of C is called.
 *
 * @param returns its type as spelled
 */
record Signature(String returns, String name, List<Parameter> parameters) {
    Signature {
        parameters = List.copyOf(parameters);
    }

    /**
     * One of its parameters.
     *
     * @param type as spelled, without {@code const}, {@code restrict} and the star
     * @param pointer whether it points to a buffer
     * @param constant whether it only reads that buffer
     */
    record Parameter(String type, String name, boolean pointer, boolean constant) {}
}
