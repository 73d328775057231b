package dev.ouroboros.agent.prompt;

import dev.ouroboros.engine.propose.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The best of a history, found without sorting it: that is asked for with every prompt. */
public final class Leaders {
    private Leaders() {}

    /**
     * Returns those with the highest gains, the highest first, the earlier one of two that are equal.
     *
     * @param eligible admits only observations that passed
     * @param most how many at most
     */
    public static List<Observation> of(List<Observation> history, Predicate<Observation> eligible, int most) {
        var leaders = new ArrayList<Observation>(most + 1);
        for (var observation : history) {
            boolean room = leaders.size() < most
                    || observation.logGain() > leaders.getLast().logGain();
            if (room && eligible.test(observation)) {
                int at = leaders.size();
                while (at > 0 && observation.logGain() > leaders.get(at - 1).logGain()) {
                    at--;
                }
                leaders.add(at, observation);
                if (leaders.size() > most) {
                    leaders.removeLast();
                }
            }
        }
        return List.copyOf(leaders);
    }
}
