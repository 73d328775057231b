package dev.ouroboros.benchmarks.rtlopt;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one design; a line of the results.
 *
 * @param pair {@code PROVED by ...}, {@code REFUTED}, {@code UNKNOWN: ...} or {@code NOT ELABORATED: ...}, of the published pair
 * @param counterexample a run in which the published reference does something else; null unless refuted
 * @param seed area of the design, and {@code reference} that of its published reference; null if not synthesized
 * @param best area of the best design that a run accepted, every one proved; the seed's if it accepted none; null without a run
 * @param accepted accepted changes
 * @param by operators of the accepted changes, in order
 * @param problem why there was no run; null if there was one
 */
public record Line(
        String design,
        String pair,
        @Nullable String counterexample,
        @Nullable Double seed,
        @Nullable Double reference,
        @Nullable Double best,
        int evaluations,
        int accepted,
        String by,
        @JsonProperty("rejected") Map<String, Integer> rejected,
        double seconds,
        @Nullable String problem) {

    /** Returns what is left of the area; null without a run. */
    @Nullable
    Double ratio() {
        return seed == null || best == null ? null : Double.valueOf(best / seed);
    }
}
