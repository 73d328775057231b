package dev.ouroboros.app.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is left for proposing; the confirmations, controls and the re-run after it have their own share of the time. */
record BudgetView(
        @JsonProperty("evaluations_left") int evaluationsLeft,
        @JsonProperty("seconds_left") double secondsLeft) {}
