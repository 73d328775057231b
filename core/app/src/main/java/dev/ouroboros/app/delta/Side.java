package dev.ouroboros.app.delta;

import dev.ouroboros.app.delta.player.Disguise;
import java.util.Locale;

/** Who plays. */
sealed interface Side {
    /** Returns what names its plays, in the cache too. */
    String key();

    /** A frozen version. */
    record Frozen(Version version, Disguise disguise) implements Side {
        @Override
        public String key() {
            return version.digest().substring(0, 24) + "-" + disguise.label();
        }
    }

    /** A search that was edited, whoever edited it. */
    record Edited(Body body, BodyTask task) implements Side {
        @Override
        public String key() {
            return "body-" + task.digest().substring(0, 8) + "-" + body.digest().substring(0, 24);
        }
    }

    /** What every version is measured beside. It is part of the benchmark, so that no version can change it. */
    enum Yardstick implements Side {
        RANDOM,
        GREEDY;

        @Override
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
