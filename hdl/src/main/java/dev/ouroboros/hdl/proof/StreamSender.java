package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.stream.Channel;
import java.util.List;

/** Offers tokens, each to both sides. */
final class StreamSender {
    private final WordLogic words;
    private final Aig aig;
    private final int patience;
    private final Channel stream;
    private final int offered;
    private final int seedOffered;
    private final List<Integer> token;
    private int ready;
    private int seedReady;
    private int drawing;

    StreamSender(WordLogic words, int patience, Channel stream) {
        this.words = words;
        this.aig = words.aig();
        this.patience = patience;
        this.stream = stream;
        this.offered = aig.latch();
        this.seedOffered = aig.latch();
        this.token = words.latches(stream.width());
    }

    Channel stream() {
        return stream;
    }

    /** Whether there is a token for the candidate. */
    int offered() {
        return offered;
    }

    int seedOffered() {
        return seedOffered;
    }

    List<Integer> token() {
        return token;
    }

    void see(List<List<Integer>> ours, List<List<Integer>> theirs, int go) {
        ready = stream.stalls() ? ours.get(stream.ready()).getFirst() : Aig.TRUE;
        seedReady = stream.stalls() ? theirs.get(stream.ready()).getFirst() : Aig.TRUE;
        drawing = aig.and(go, aig.not(offered));
    }

    /** The candidate stands still until there is a token to offer. */
    int drawing() {
        return drawing;
    }

    void step(List<Integer> drawn, int steps, int seedSteps, int held, int unhindered, List<Integer> wrong) {
        int draw = aig.and(drawing, aig.not(seedOffered));
        int untaken = aig.and(offered, aig.not(ready));
        int untakenBySeed = aig.and(seedOffered, aig.not(seedReady));
        aig.connect(offered, aig.or(draw, aig.mux(steps, offered, untaken)));
        aig.connect(seedOffered, aig.or(draw, aig.mux(seedSteps, seedOffered, untakenBySeed)));
        words.connect(token, words.mux(draw, token, drawn));
        // The seed took it and the candidate does not.
        wrong.add(words.tooLong(steps, aig.and(aig.and(untaken, aig.not(seedOffered)), unhindered), patience));
        // The candidate took it and the seed does not: what the candidate does next is not followed.
        int aheadOfSeed = aig.and(seedOffered, aig.not(offered));
        wrong.add(aig.and(held, aheadOfSeed));
        wrong.add(words.tooLong(seedSteps, aig.and(untakenBySeed, aig.not(offered)), patience));
    }
}
