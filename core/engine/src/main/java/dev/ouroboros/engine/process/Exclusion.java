package dev.ouroboros.engine.process;

/**
 * Who may use the machine: many that build or check, or one that measures. Across threads and processes.
 */
public interface Exclusion {

    /** Waits until nobody measures, and keeps others from measuring until closed. */
    Held shared() throws InterruptedException;

    /** Waits until nobody builds, checks or measures, and keeps all others waiting until closed. */
    Held exclusive() throws InterruptedException;

    /** A hold on the machine. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
