package dev.ouroboros.engine.loop;

/** Hears of every event once it is archived: a progress bar, a log. Called on the thread of the loop. */
public interface Listener {

    /** Takes notice of one event. */
    void on(Stamped stamped);
}
