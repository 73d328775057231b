package dev.ouroboros.app.sample;

import dev.ouroboros.app.history.RunHistory;
import dev.ouroboros.engine.loop.LoopEvent;
import dev.ouroboros.engine.loop.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A made-up run: the same seed gives the same events.
 *
 * @param contents file contents by digest
 */
public record SampleRun(List<Stamped> events, Map<String, byte[]> contents) {

    public SampleRun {
        events = List.copyOf(events);
        contents = Map.copyOf(contents);
    }

    /** Returns a complete run of that many evaluations. */
    public static SampleRun of(long seed, int evaluations) {
        return new SampleLoop(seed, SampleTask.PLAIN, "bubblewrap").run(evaluations);
    }

    /** Returns a run whose task, candidates and logs attack whoever prints them. */
    public static SampleRun hostile(long seed, int evaluations) {
        return new SampleLoop(seed, SampleTask.HOSTILE, "none").run(evaluations);
    }

    /** Returns this run as it was after some of its events, as {@code kill -9} leaves it. */
    public SampleRun cutAfter(int count) {
        return new SampleRun(events.subList(0, count), contents);
    }

    /** Returns this run, stopped by the guard instead of finished. */
    public SampleRun halted(String reason) {
        var halted = new ArrayList<>(events.subList(0, events.size() - 1));
        var last = events.getLast();
        halted.add(new Stamped(last.seq(), last.at(), new LoopEvent.Halted(reason)));
        return new SampleRun(halted, contents);
    }

    /** Returns its events folded. */
    public RunHistory history() {
        return RunHistory.of(events);
    }

    /** Returns the content of files by digest, which fails for an unknown one. */
    public Function<String, byte[]> blobs() {
        return digest -> {
            var content = contents.get(digest);
            if (content == null) {
                throw new IllegalArgumentException("no blob " + digest);
            }
            return content;
        };
    }
}
