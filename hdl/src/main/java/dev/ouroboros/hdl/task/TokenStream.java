package dev.ouroboros.hdl.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ports over which tokens go one way: one in each cycle in which {@code valid} and {@code ready} are 1. Once valid is 1 it stays
 * so, and the data as they are, until the token is taken.
 *
 * @param valid the sender's port
 * @param ready the receiver's port; null if it is always ready
 * @param data the ports that a token consists of, maybe none
 */
public record TokenStream(String valid, @Nullable String ready, List<String> data) {
    public TokenStream {
        data = List.copyOf(data);
    }
}
