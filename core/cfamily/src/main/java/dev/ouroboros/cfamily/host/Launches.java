package dev.ouroboros.cfamily.host;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Does something for each launch of a batch, on all processors; nothing is timed meanwhile. */
final class Launches {
    private Launches() {}

    @FunctionalInterface
    interface Body {
        void run(int launch) throws CandidateFailure, InterruptedException;
    }

    /** Runs all, then throws the failure of the first launch that failed. */
    static void each(int count, Body body) throws CandidateFailure, InterruptedException {
        Exception first = IntStream.range(0, count)
                .parallel()
                .mapToObj(launch -> attempt(launch, body))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        switch (first) {
            case null -> {}
            case CandidateFailure failure -> throw failure;
            case InterruptedException interrupted -> throw interrupted;
            default -> throw new IllegalStateException(first);
        }
    }

    private static @Nullable Exception attempt(int launch, Body body) {
        try {
            body.run(launch);
            return null;
        } catch (CandidateFailure | InterruptedException e) {
            return e;
        }
    }
}
