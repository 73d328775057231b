package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.arena.Play.Step;
import dev.ouroboros.engine.space.Point;
import java.util.ArrayList;
import java.util.List;

/** Keeps the record of one play while it goes on. */
final class Ledger {
    private final Recording recording;
    private final double seconds;
    private final List<Step> steps = new ArrayList<>();
    private double spent;
    private double first = Double.NaN;
    private double best = Double.POSITIVE_INFINITY;

    /** @param seconds that the play lasts; what is still under way then does not count */
    Ledger(Recording recording, double seconds) {
        this.recording = recording;
        this.seconds = seconds;
    }

    boolean isOver() {
        return spent >= seconds;
    }

    /** Tries a point of the recording. */
    Told tried(Point point) {
        var entry = recording.at(point);
        spent += entry.cost();
        if (entry.valid()) {
            first = Double.isNaN(first) ? entry.value() : first;
            if (entry.value() < best && spent <= seconds) {
                best = entry.value();
                steps.add(new Step(spent, best));
            }
        }
        return new Told(Math.log(first / entry.value()), entry.cost());
    }

    /** Returns each better value when it was found. */
    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Returns what all trials cost. */
    double spent() {
        return spent;
    }
}
