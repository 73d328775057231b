package dev.ouroboros.sim;

import java.util.List;

/** What designs are given: runs of clock cycles, each from a fresh start. Without a clock a cycle is one set of inputs. */
record Stimulus(List<Episode> episodes, List<Sender> senders) {
    Stimulus {
        episodes = List.copyOf(episodes);
        senders = List.copyOf(senders);
    }

    /** One without senders: inputs are as the frames say. */
    Stimulus(List<Episode> episodes) {
        this(episodes, List.of());
    }

    /**
     * Gives tokens, each until it is taken. It begins with the next in a cycle whose frame has a 1 in {@code valid}.
     *
     * @param valid a word of the inputs
     * @param ready a word of the outputs; −1 if the design always takes a token at once
     * @param data words of the inputs
     */
    record Sender(int valid, int ready, List<Integer> data) {
        Sender {
            data = List.copyOf(data);
        }
    }

    /**
     * One run.
     *
     * @param frames of each cycle the words of all inputs, as {@link Layout} orders them
     * @param warmUp how many of the first cycles come before the reset, to leave registers in some state
     * @param quiet how many of the first cycles end with the reset and are not compared; then senders begin
     * @param tokens of each sender in turn, the words of its data
     */
    record Episode(List<int[]> frames, int warmUp, int quiet, List<List<int[]>> tokens) {
        Episode {
            frames = List.copyOf(frames);
            tokens = List.copyOf(tokens);
        }

        Episode(List<int[]> frames, int warmUp, int quiet) {
            this(frames, warmUp, quiet, List.of());
        }

        int cycles() {
            return frames.size();
        }
    }

    /** Returns how many cycles all runs have. */
    int cycles() {
        return episodes.stream().mapToInt(Episode::cycles).sum();
    }
}
