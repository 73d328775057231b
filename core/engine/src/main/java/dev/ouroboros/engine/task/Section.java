package dev.ouroboros.engine.task;

/** A table of {@code task.toml} with the places of its keys, so that a mistake can be shown where it stands. */
public final class Section {
    /** Reports keys nobody read. */
    public void rejectUnread() throws TaskException {}
}
