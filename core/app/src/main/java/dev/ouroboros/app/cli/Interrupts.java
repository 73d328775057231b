package dev.ouroboros.app.cli;

import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/** Ctrl-C once ends the run between two events, with all workers; twice ends the process. Either way it can be resumed. */
final class Interrupts {
    private Interrupts() {}

    static void forward(Thread worker) {
        var count = new AtomicInteger();
        Signals.register("INT", () -> handle(worker, count));
        Signals.register("TERM", () -> handle(worker, count));
    }

    private static void handle(Thread worker, AtomicInteger count) {
        if (count.incrementAndGet() == 1) {
            System.err.println();
            System.err.println("Stopping; what is archived stays. Once more ends at once.");
            worker.interrupt();
        } else {
            // Workers die with this process: the sandbox ends when its parent does.
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }
}
