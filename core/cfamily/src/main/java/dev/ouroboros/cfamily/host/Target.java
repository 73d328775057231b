package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.engine.process.ExchangeFile;
import dev.ouroboros.engine.process.Worker;

/** Where compiled candidates run. */
public interface Target {

    /** Returns its name, for messages. */
    String name();

    /** Returns what the machine must have for it. */
    String capability();

    /** Returns whether it computes in the memory that parent and worker share, so that nothing has to be brought there. */
    boolean sharesMemory();

    /** Returns the least seconds that one launch can take on this hardware; a shorter time is a lie. */
    double leastSeconds(Problem problem);

    /** Starts a process that runs candidates on what lies in {@code exchange}. */
    Worker start(ExchangeFile exchange) throws InterruptedException;
}
