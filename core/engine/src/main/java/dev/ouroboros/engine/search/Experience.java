package dev.ouroboros.engine.search;

import dev.ouroboros.engine.propose.Observation;
import java.util.Iterator;

/**
 * What an arm's proposal came to.
 *
 * @param proposer who made it, as {@link Arm#proposer} names the arms
 * @param logGain natural logarithm of its gain over the baseline; NaN if it failed
 */
record Experience(String proposer, double logGain) {

    static Iterable<Experience> of(Iterable<Observation> history) {
        return () -> {
            var observations = history.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return observations.hasNext();
                }

                @Override
                public Experience next() {
                    var observation = observations.next();
                    return new Experience(observation.proposer(), observation.logGain());
                }
            };
        };
    }
}
