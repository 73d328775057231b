package dev.ouroboros.hdl.stream;

import java.util.List;

/**
 * The ports of one stream, as places in the lists of a circuit's inputs and outputs. Of a stream into the design {@code valid}
 * and {@code data} are inputs and {@code ready} is an output; of one out of it, the other way round.
 *
 * @param ready −1 if the receiver is always ready
 * @param width bits of a token
 */
public record Channel(int valid, int ready, List<Integer> data, int width) {
    public Channel {
        data = List.copyOf(data);
    }

    /** Returns whether the receiver can make the sender wait. */
    public boolean stalls() {
        return ready >= 0;
    }
}
