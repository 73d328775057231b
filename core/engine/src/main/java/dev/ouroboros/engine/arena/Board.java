package dev.ouroboros.engine.arena;

import dev.ouroboros.engine.space.Grid;
import dev.ouroboros.engine.space.Point;

/** A recording for searches that live elsewhere and are told no more than what they tried. Thread-safe. */
public final class Board {
    private final Recording recording;
    private final Extent extent;

    private Board(Recording recording) {
        this.recording = recording;
        this.extent = Extent.of(recording);
    }

    /** Returns the board of a recording. */
    public static Board of(Recording recording) {
        return new Board(recording);
    }

    /** Returns the name of the recording. */
    public String name() {
        return recording.name();
    }

    /** Returns the points there are. */
    public Grid grid() {
        return recording.grid();
    }

    /** Begins a play, which lasts as long as plays of the arena do. */
    public Round begin() {
        return new Round();
    }

    /** One play. */
    public final class Round {
        private final Ledger ledger = new Ledger(recording, extent.seconds());

        private Round() {}

        /** Returns whether the time is up. */
        public boolean isOver() {
            return ledger.isOver();
        }

        /** Tries a point of the grid. */
        public Told tried(Point point) {
            return ledger.tried(point);
        }

        /**
         * Returns the area under the gap to the best there is, which the delta benchmark scores plays by: 0 finds the optimum at
         * once, 1 never finds anything better than the median.
         */
        public double gap() {
            return Gap.area(ledger.steps(), extent);
        }
    }
}
