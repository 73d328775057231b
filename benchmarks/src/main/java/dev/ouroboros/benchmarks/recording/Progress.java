package dev.ouroboros.benchmarks.recording;

import java.time.Duration;
import java.util.Locale;

/**
 * How far a recording has come.
 *
 * @param done configurations there are rows of
 * @param now those of them measured by this process
 * @param elapsed since this process began to measure
 */
public record Progress(int done, int total, int now, Duration elapsed) {

    /** Told after each configuration. */
    @FunctionalInterface
    public interface Listener {
        void at(Progress progress);
    }

    /** Returns configurations in a second, NaN before the first one. */
    public double rate() {
        return now == 0 ? Double.NaN : now / (1e-9 * elapsed.toNanos());
    }

    /** Returns how long the rest takes at this rate, zero where there is none yet. */
    public Duration remaining() {
        return now == 0 ? Duration.ZERO : elapsed.multipliedBy(total - done).dividedBy(now);
    }

    @Override
    public String toString() {
        var left = remaining();
        return String.format(
                Locale.ROOT,
                "%d of %d, %.2f/s, %d:%02d:%02d left",
                done,
                total,
                rate(),
                left.toHours(),
                left.toMinutesPart(),
                left.toSecondsPart());
    }
}
