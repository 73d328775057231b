package dev.ouroboros.engine.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why a candidate was not accepted; the names are those of the {@code rejected} object of {@code run --json}. */
public enum Reason {
    @JsonProperty("build")
    BUILD,
    @JsonProperty("incorrect")
    INCORRECT,
    @JsonProperty("not-better")
    NOT_BETTER,
    @JsonProperty("guard")
    GUARD,
    @JsonProperty("timeout")
    TIMEOUT,
    @JsonProperty("memory")
    MEMORY,
    @JsonProperty("duplicate")
    DUPLICATE,
    @JsonProperty("inconclusive")
    INCONCLUSIVE,
    @JsonProperty("faulted")
    FAULTED;

    /** Returns the name used in JSON and reports, for example {@code not-better}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
