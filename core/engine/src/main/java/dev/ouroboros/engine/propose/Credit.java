package dev.ouroboros.engine.propose;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who contributed a change; the names are those of {@code accepted_by} in {@code run --json}. */
public enum Credit {
    @JsonProperty("parameters")
    PARAMETERS,
    @JsonProperty("operators")
    OPERATORS,
    @JsonProperty("recipe")
    RECIPE,
    @JsonProperty("llm")
    LLM,
    @JsonProperty("external")
    EXTERNAL;

    /** Returns the name used in JSON and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
