package dev.ouroboros.app.delta;

import java.util.ArrayList;
import java.util.Map;

/** Holds the recording and the clock of a play, and answers what the player asks. */
public final class Referee {
    private Referee() {}

    /**
     * Plays until the recorded time is up. What is under way when it is up does not count.
     *
     * @param charge the share of its cost that a trial is charged
     */
    public static Trace play(HeldOut task, double charge, Chooser player) throws DeltaException, InterruptedException {
        var steps = new ArrayList<Trace.Step>();
        double most = task.extent().seconds();
        double first = Double.NaN;
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        int evaluations = 0;
        var choice = player.begin();
        double thinking = choice.thinking();
        for (var values = choice.values(); values != null; values = choice.values()) {
            var entry = task.at(values);
            if (entry == null) {
                throw new DeltaException("it chose " + shown(values) + ", which is no configuration of " + task.name());
            }
            double cost = charge * entry.cost();
            if (spent + cost > most || evaluations >= task.recording().size()) {
                break;
            }
            spent += cost;
            evaluations++;
            if (entry.valid()) {
                first = Double.isNaN(first) ? entry.value() : first;
                if (entry.value() < best) {
                    best = entry.value();
                    steps.add(new Trace.Step(evaluations, spent, best));
                }
            }
            choice = player.tell(Math.log(first / entry.value()), cost);
            thinking += choice.thinking();
        }
        return new Trace(steps, evaluations, spent, thinking);
    }

    /** What an untrusted process sent, short. */
    private static String shown(Map<String, Object> values) {
        var text = values.toString();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
