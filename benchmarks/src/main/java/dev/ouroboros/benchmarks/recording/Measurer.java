package dev.ouroboros.benchmarks.recording;

import dev.ouroboros.engine.arena.T4Row;
import dev.ouroboros.engine.space.Setting;

/** Tries one configuration. */
@FunctionalInterface
public interface Measurer {

    /** Returns what trying it gave; that it fails is a result too. */
    T4Row measure(Setting configuration) throws InterruptedException;
}
