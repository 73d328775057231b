package dev.ouroboros.sim;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** What a design answered to a stimulus, in each of its lanes. */
final class Response {
    private final int[] words;
    private final int[] starts;
    private final int laneLength;
    private final int width;

    private Response(int[] words, int[] starts, int laneLength, int width) {
        this.words = words;
        this.starts = starts;
        this.laneLength = laneLength;
        this.width = width;
    }

    /**
     * Reads what the harness wrote.
     *
     * @param width words in a cycle
     * @return null if it is not exactly as long as it must be
     */
    static @Nullable Response read(byte[] bytes, Stimulus stimulus, int width, int lanes) {
        int laneLength = stimulus.cycles() * width;
        if (bytes.length != (long) laneLength * lanes * Integer.BYTES) {
            return null;
        }
        var words = new int[laneLength * lanes];
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asIntBuffer().get(words);
        var starts = new int[stimulus.episodes().size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + stimulus.episodes().get(i - 1).cycles() * width;
        }
        return new Response(words, starts, laneLength, width);
    }

    /** Returns a word of the outputs in a cycle. */
    int word(int lane, int episode, int cycle, int word) {
        return words[lane * laneLength + starts[episode] + cycle * width + word];
    }
}
