package dev.ouroboros.app.sample;

import java.util.List;

/** What scripts rely on. */
public final class Contract {
    /** The first keys of the object that {@code run --json} ends with, in order. */
    public static final List<String> RUN_KEYS = List.of(
            "run",
            "task",
            "layers",
            "seed",
            "evaluations",
            "accepted",
            "accepted_by",
            "rejected",
            "baseline",
            "best",
            "objectives",
            "front",
            "proof",
            "wall_s",
            "tokens",
            "cost_usd",
            "report");

    private Contract() {}
}
