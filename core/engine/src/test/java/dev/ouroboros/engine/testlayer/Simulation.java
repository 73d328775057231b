package dev.ouroboros.engine.testlayer;

import dev.ouroboros.engine.space.Expression;
import dev.ouroboros.engine.space.ExpressionException;
import dev.ouroboros.engine.task.Section;
import dev.ouroboros.engine.task.TaskException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code [parts.arithmetic]} says. A marker is a piece of text; a candidate whose expression holds it misbehaves
 * in that way. An empty marker stands in no expression.
 *
 * @param cost seconds per launch, as an expression over {@code operations} and the part's parameters; null if the part
 *     is not timed
 * @param metric name of what is timed
 * @param scatter standard deviation of the logarithm of a timed sample
 * @param bias logarithm of how much faster every challenger seems than it is
 * @param alike whether every block of the same two candidates shows the same samples, in whatever process
 * @param pauseMillis how long the stage takes
 * @param log file to which the stage appends a line, the candidate's digest, whenever it runs; empty for none
 * @param faultedOnce the stage faults when it sees the candidate for the first time
 * @param faulted the stage always faults
 * @param throwing the stage throws what it may not
 * @param hanging the stage hangs until it is interrupted
 * @param unconfirmed does not pass the stage that only confirmation needs
 * @param crashing crashes in a block
 * @param shaky the first block of it faults
 */
record Simulation(
        @Nullable Expression cost,
        String metric,
        double scatter,
        double bias,
        boolean alike,
        long pauseMillis,
        String log,
        Marker faultedOnce,
        Marker faulted,
        Marker throwing,
        Marker hanging,
        Marker unconfirmed,
        Marker crashing,
        Marker shaky) {

    /** A piece of text that makes a candidate misbehave. */
    record Marker(String text) {
        boolean marks(String expression) {
            return !text.isEmpty() && expression.contains(text);
        }
    }

    static Simulation read(Section settings) throws TaskException {
        return new Simulation(
                cost(settings),
                settings.string("metric", "seconds"),
                settings.number("scatter", 0.01),
                settings.number("bias", 0),
                settings.bool("alike", false),
                settings.integer("pause-ms", 0),
                settings.string("log", ""),
                marker(settings, "faulted-once"),
                marker(settings, "faulted"),
                marker(settings, "throwing"),
                marker(settings, "hanging"),
                marker(settings, "unconfirmed"),
                marker(settings, "crashing"),
                marker(settings, "shaky"));
    }

    private static @Nullable Expression cost(Section settings) throws TaskException {
        var text = settings.string("cost", "");
        try {
            return text.isEmpty() ? null : Expression.parse(text);
        } catch (ExpressionException e) {
            throw settings.mistake("cost", "is not an expression: " + e.getMessage());
        }
    }

    private static Marker marker(Section settings, String key) throws TaskException {
        return new Marker(settings.string(key, ""));
    }
}
