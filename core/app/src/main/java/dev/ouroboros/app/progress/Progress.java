package dev.ouroboros.app.progress;

import dev.ouroboros.engine.loop.LoopEvent;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Shows a run while it goes on. Events come from one thread, in order; closing it leaves the terminal clean. */
public interface Progress extends Consumer<LoopEvent>, AutoCloseable {

    @Override
    void close();

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
            public void accept(LoopEvent event) {}

            @Override
            public void close() {}
        };
    }
}
