package dev.ouroboros.agent.propose;

import java.time.Duration;

/** Waits. */
public interface Pause {
    /** Returns after that time, or throws when interrupted. */
    void pause(Duration time) throws InterruptedException;
}
