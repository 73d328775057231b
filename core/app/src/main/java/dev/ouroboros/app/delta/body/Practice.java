package dev.ouroboros.app.delta.body;

import dev.ouroboros.app.delta.Chooser;
import dev.ouroboros.app.delta.DeltaException;
import dev.ouroboros.app.delta.Gap;
import dev.ouroboros.app.delta.HeldOut;
import dev.ouroboros.app.delta.Referee;
import dev.ouroboros.app.delta.body.BodyException.Fault;
import dev.ouroboros.app.delta.player.Disguise;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A recorded space that bodies may be measured on in this process.
 *
 * @param values those of each point, by parameter
 */
record Practice(HeldOut task, Layout layout, List<Map<String, Object>> values) {

    static Practice on(HeldOut task) {
        return new Practice(
                task,
                Layout.of(task.opening(0, Disguise.NONE)),
                IntStream.range(0, task.recording().size())
                        .mapToObj(task::values)
                        .toList());
    }

    /** Returns the area under the gap of a play. */
    double area(BodySearch search, int seed) throws BodyException {
        var player = new Seated(search.sit(layout, task.random(seed).nextLong()));
        try {
            return Gap.area(Referee.play(task, 1, player), task.extent());
        } catch (DeltaException e) {
            var fault = player.fault;
            throw fault == null ? new BodyException(Fault.INCORRECT, String.valueOf(e.getMessage())) : fault;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this process", e);
        }
    }

    /** A body at the referee's table. */
    private final class Seated implements Chooser {
        private final BodySearch.Seat seat;
        private int point;
        private @Nullable BodyException fault;

        Seated(BodySearch.Seat seat) {
            this.seat = seat;
        }

        @Override
        public Choice begin() throws DeltaException {
            try {
                point = seat.next();
                if (point >= values.size()) {
                    throw new BodyException(Fault.INCORRECT, "it chose point " + point + ", which there is not");
                }
                return new Choice(point < 0 ? null : values.get(point), 0);
            } catch (BodyException e) {
                throw failed(e);
            }
        }

        @Override
        public Choice tell(double logGain, double seconds) throws DeltaException {
            try {
                seat.tell(point, logGain, seconds);
            } catch (BodyException e) {
                throw failed(e);
            }
            return begin();
        }

        private DeltaException failed(BodyException e) {
            fault = e;
            return new DeltaException(String.valueOf(e.getMessage()));
        }
    }
}
