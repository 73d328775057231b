package dev.ouroboros.app.delta;

import dev.ouroboros.app.text.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Says how far the plays are, some twenty times. */
final class PlayProgress implements Crew.Progress {
    private static final int MILESTONES = 20;

    private final String verb;
    private final String noun;
    private final Consumer<String> say;
    private final InstantSource clock;
    private final Instant start;
    private int told;

    PlayProgress(Consumer<String> say, InstantSource clock) {
        this("played", "play", say, clock);
    }

    /**
     * @param verb what is done, before the number
     * @param noun what is counted, one of it
     */
    PlayProgress(String verb, String noun, Consumer<String> say, InstantSource clock) {
        this.verb = verb;
        this.noun = noun;
        this.say = say;
        this.clock = clock;
        this.start = clock.instant();
    }

    @Override
    public synchronized void done(int done, int all) {
        int milestone = done * MILESTONES / all;
        if (milestone > told) {
            told = milestone;
            var spent = Duration.between(start, clock.instant());
            var left = spent.multipliedBy(all - done).dividedBy(done);
            say.accept(verb + " " + done + " of " + Figures.count(all, noun)
                    + (done < all ? ", about " + Figures.duration(left) + " left" : ""));
        }
    }
}
