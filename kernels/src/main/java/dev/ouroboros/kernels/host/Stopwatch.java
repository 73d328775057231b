package dev.ouroboros.kernels.host;

/** Splits the time that passes into laps. */
final class Stopwatch {
    private static final double NANO = 1e-9;

    private long last = System.nanoTime();

    /** Returns the seconds since the last call, or since it was made. */
    double lap() {
        long now = System.nanoTime();
        double seconds = NANO * (now - last);
        last = now;
        return seconds;
    }
}
