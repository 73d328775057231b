package dev.ouroboros.benchmarks.recording;

import dev.ouroboros.engine.arena.T4Row;
import dev.ouroboros.engine.space.Setting;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Measures what a journal lacks. */
public final class Recorder {
    private final Measurer measurer;
    private final InstantSource clock;
    private final Progress.Listener listener;

    public Recorder(Measurer measurer, InstantSource clock, Progress.Listener listener) {
        this.measurer = measurer;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Returns the row of each configuration, in that order. Those the journal has are not measured again.
     *
     * @throws IOException if the journal cannot be written
     */
    public List<T4Row> record(List<Setting> configurations, Journal journal) throws IOException, InterruptedException {
        var start = clock.instant();
        int now = 0;
        for (var configuration : configurations) {
            if (!journal.rows().containsKey(configuration)) {
                journal.add(measurer.measure(configuration));
                now++;
                listener.at(new Progress(
                        journal.rows().size(), configurations.size(), now, Duration.between(start, clock.instant())));
            }
        }
        return configurations.stream()
                .map(configuration -> Objects.requireNonNull(journal.rows().get(configuration)))
                .toList();
    }
}
