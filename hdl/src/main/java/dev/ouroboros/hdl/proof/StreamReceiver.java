package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.stream.Channel;
import java.util.List;

/** Takes tokens of both sides; the candidate's when the seed has given as many. */
final class StreamReceiver {
    private final WordLogic words;
    private final Aig aig;
    private final int patience;
    private final Channel stream;
    private final List<Integer> more;
    private final int watching;
    private final List<Integer> before;
    private final List<Integer> watched;
    private final int stalledBefore;
    private final List<Integer> dataBefore;
    private int valid;
    private int seedValid;
    private int ready;
    private int some;
    private List<Integer> data = List.of();
    private List<Integer> seedData = List.of();

    /** @param ahead bits of the number of tokens that the seed may be ahead by */
    StreamReceiver(WordLogic words, int patience, int ahead, Channel stream) {
        this.words = words;
        this.aig = words.aig();
        this.patience = patience;
        this.stream = stream;
        this.more = words.latches(ahead);
        this.watching = aig.latch();
        this.before = words.latches(ahead);
        this.stalledBefore = aig.latch();
        this.watched = words.latches(stream.width());
        this.dataBefore = stream.stalls() ? words.latches(stream.width()) : List.of();
    }

    Channel stream() {
        return stream;
    }

    void see(List<List<Integer>> ours, List<List<Integer>> theirs, int isReady) {
        valid = ours.get(stream.valid()).getFirst();
        seedValid = theirs.get(stream.valid()).getFirst();
        data = stream.data().stream().flatMap(place -> ours.get(place).stream()).toList();
        seedData = stream.data().stream()
                .flatMap(place -> theirs.get(place).stream())
                .toList();
        ready = isReady;
        some = words.any(more);
    }

    int emits() {
        return aig.and(valid, ready);
    }

    int stalled() {
        return aig.and(valid, aig.not(ready));
    }

    /** The candidate stands still until the seed has given this token too. */
    int waits() {
        return aig.and(emits(), aig.not(some));
    }

    /** The seed stands still until the candidate has taken one of many. */
    int full() {
        return aig.and(words.all(more), seedValid);
    }

    void step(int steps, int seedSteps, int held, int othersCalm, List<Integer> wrong) {
        int emits = aig.and(steps, emits());
        int seedEmits = aig.and(seedSteps, seedValid);
        List<Integer> less = words.minus(more, emits);
        words.connect(more, words.plus(less, seedEmits));
        watch(emits, seedEmits, less, wrong);
        if (stream.stalls()) {
            aig.connect(stalledBefore, aig.mux(steps, stalledBefore, stalled()));
            words.connect(dataBefore, words.mux(steps, dataBefore, data));
            wrong.add(aig.and(stalledBefore, aig.or(aig.not(valid), words.differ(data, dataBefore))));
        } else {
            aig.connect(stalledBefore, Aig.FALSE);
        }
        // The seed gave a token and the candidate does not; then the other way round.
        wrong.add(words.tooLong(steps, aig.and(aig.and(some, aig.not(valid)), othersCalm), patience));
        int early = aig.and(valid, aig.not(some));
        wrong.add(words.tooLong(seedSteps, aig.and(early, aig.not(seedValid)), patience));
        wrong.add(aig.and(held, early));
    }

    /** Any token of the seed may be the one that is remembered, and how many of the candidate's come before it. */
    private void watch(int emits, int seedEmits, List<Integer> less, List<Integer> wrong) {
        int take = aig.and(aig.and(seedEmits, aig.input()), aig.not(watching));
        int due = aig.and(aig.and(emits, watching), words.isZero(before));
        wrong.add(aig.and(due, words.differ(data, watched)));
        aig.connect(watching, aig.or(take, aig.and(watching, aig.not(due))));
        words.connect(before, words.mux(take, words.minus(before, emits), less));
        words.connect(watched, words.mux(take, watched, seedData));
    }
}
