package dev.ouroboros.engine.evaluation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a metric gets better. */
public enum Direction {
    @JsonProperty("minimize")
    MINIMIZE,
    @JsonProperty("maximize")
    MAXIMIZE;

    /** Returns the gain from {@code before} to {@code after}: above 1 is better, whichever the direction. */
    public double gain(double before, double after) {
        return this == MAXIMIZE ? after / before : before / after;
    }
}
