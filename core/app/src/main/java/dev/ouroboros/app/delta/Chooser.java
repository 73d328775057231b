package dev.ouroboros.app.delta;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who plays: proposes one configuration after the other and is told what each gave. */
public interface Chooser {

    /**
     * A choice.
     *
     * @param values by parameter; null if there is no more to try
     * @param thinking processor seconds it took
     */
    record Choice(@Nullable Map<String, Object> values, double thinking) {}

    /** Begins a play and makes the first choice. */
    Choice begin() throws DeltaException, InterruptedException;

    /**
     * Tells what the last choice gave and makes the next.
     *
     * @param logGain natural logarithm of its gain over the first that worked; NaN if it failed
     * @param seconds recorded seconds that it took
     */
    Choice tell(double logGain, double seconds) throws DeltaException, InterruptedException;
}
