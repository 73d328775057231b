package dev.ouroboros.app.progress;

import dev.ouroboros.engine.loop.Listener;
import dev.ouroboros.engine.loop.Stamped;
import java.io.PrintStream;

/** Shows a run while it goes on. Events come from one thread, in order; closing it leaves the terminal clean. */
public interface Progress extends Listener, AutoCloseable {

    @Override
    void close();

    /** Returns what suits standard error: a bar if a person sits at a terminal, else lines. */
    @SuppressWarnings("SystemConsoleNull") // JDK 25 returns null again unless jdk.console names another module
    static Progress onStandardError() {
        var console = System.console();
        return console != null && console.isTerminal() ? bar(System.err) : lines(System.err);
    }

    /** Returns one line that moves, for a terminal. */
    static Progress bar(PrintStream err) {
        return new ProgressLine(err);
    }

    /** Returns one line for each milestone, for files and pipes. */
    static Progress lines(PrintStream err) {
        return new ProgressLog(err);
    }

    /** Returns one that shows nothing. */
    static Progress none() {
        return new Progress() {
            @Override
            public void on(Stamped stamped) {}

            @Override
            public void close() {}
        };
    }
}
