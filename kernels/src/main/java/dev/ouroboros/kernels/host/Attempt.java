package dev.ouroboros.kernels.host;

import java.util.List;

/**
 * What trying one configuration on its own gave. All times are in seconds, by the parent's clock.
 *
 * @param compilation from source to binary
 * @param framework loading, filling buffers and talking to the worker; for what failed, also the launch that failed
 * @param validation comparing with the right answers, which no user of the kernel would wait for
 * @param runs of each timed launch; empty if it failed
 * @param complaint why it failed, for people; empty if it did not
 */
public record Attempt(
        Verdict verdict, double compilation, double framework, double validation, List<Double> runs, String complaint) {

    public Attempt {
        runs = List.copyOf(runs);
    }

    /** How far it came. */
    public enum Verdict {
        /** It was compiled, ran, and was right. */
        CORRECT,
        /** It was refused when it was compiled. */
        COMPILE,
        /** It could not be launched, or ended its process. */
        RUNTIME,
        /** It took longer than the task allows. */
        TIMEOUT,
        /** It gave a wrong answer. */
        CORRECTNESS
    }
}
