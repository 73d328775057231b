package dev.ouroboros.engine.search;

import dev.ouroboros.engine.propose.Observation;
import java.util.stream.StreamSupport;

/**
 * What an arm's proposal came to.
 *
 * @param proposer who made it, as {@link Arm#proposer} names the arms
 * @param logGain natural logarithm of its gain over the baseline; NaN if it failed
 */
record Experience(String proposer, double logGain) {

    static Iterable<Experience> of(Iterable<Observation> history) {
        return () -> StreamSupport.stream(history.spliterator(), false)
                .map(observation -> new Experience(observation.proposer(), observation.logGain()))
                .iterator();
    }
}
