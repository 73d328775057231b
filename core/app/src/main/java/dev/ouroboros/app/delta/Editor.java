package dev.ouroboros.app.delta;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who edits a body: proposes one edit after the other and is told what each came to on what it may see. */
interface Editor {

    /**
     * An edit.
     *
     * @param files the body as it leaves it; null if there is no more to try
     * @param by who made it, as the version says
     * @param credit what gets the credit
     * @param thinking processor seconds it took
     */
    record Draft(@Nullable Map<String, String> files, String by, String credit, double thinking) {}

    /**
     * What an edit came to.
     *
     * @param logGain natural logarithm of its gain over the body that nobody has edited; NaN if it could not be measured
     * @param fault why; empty if it was measured
     * @param accepted whether further edits are made to it
     */
    record Answer(double logGain, String fault, boolean accepted) {}

    /** Begins, and makes the first edit. */
    Draft begin() throws DeltaException, InterruptedException;

    /** Tells what the last edit came to and makes the next. */
    Draft tell(Answer answer) throws DeltaException, InterruptedException;
}
