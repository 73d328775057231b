package dev.ouroboros.engine.loop;

import dev.ouroboros.engine.dispatch.Dispatcher;
import dev.ouroboros.engine.measure.Scoring;

/** Where candidates of one task are evaluated, and how their objective follows from what is measured. */
public record Rig(Dispatcher dispatcher, Scoring scoring) {}
