package dev.ouroboros.cfamily.host;

import dev.ouroboros.cfamily.task.Problem;
import dev.ouroboros.cfamily.worker.Messages.Message;
import dev.ouroboros.cfamily.worker.Messages.Place;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import java.util.List;

/** A candidate in the machine's own code. */
public interface Compiled {

    Candidate candidate();

    /** Returns what the compiler said, for people. */
    String log();

    /** Returns the code for launches of a problem, the same array whenever it is the same code. */
    byte[] code(Problem problem);

    /**
     * Returns what tells a runner, which has loaded the code, to make launches ready.
     *
     * @param number of the plan, and of the slot the code is in
     * @param launches the arguments of each, in the task's order
     */
    Message plan(int number, Problem problem, List<List<Place>> launches);

    /**
     * Checks what the machine can do and the task promises.
     *
     * @throws CandidateFailure if it cannot be launched for this problem
     */
    void checkLimits(Problem problem) throws CandidateFailure;
}
