package dev.ouroboros.sim;

import java.util.List;

/** What designs are given: runs of clock cycles, each from a fresh start. Without a clock a cycle is one set of inputs. */
record Stimulus(List<Episode> episodes) {
    Stimulus {
        episodes = List.copyOf(episodes);
    }

    /**
     * One run.
     *
     * @param frames of each cycle the words of all inputs, as {@link Layout} orders them
     * @param warmUp how many of the first cycles come before the reset, to leave registers in some state
     * @param quiet how many of the first cycles end with the reset and are not compared
     */
    record Episode(List<int[]> frames, int warmUp, int quiet) {
        Episode {
            frames = List.copyOf(frames);
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
