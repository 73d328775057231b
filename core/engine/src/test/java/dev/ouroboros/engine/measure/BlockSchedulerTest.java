package dev.ouroboros.engine.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.layer.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockSchedulerTest {
    private static final Artifact NOTHING = Artifact.of(Map.of());

    @Test
    void aBlockHasEnoughPairs() throws Exception {
        var bench = new Recorder(1, 1);
        var block = new BlockScheduler(50, 0.5).run("a", bench, NOTHING, NOTHING, new Random(1));
        assertEquals(50, block.incumbent().size());
        assertEquals(50, bench.pairs);
        assertTrue(bench.closed);
    }

    @Test
    void aBlockLastsLongEnough() throws Exception {
        // A pair takes 10 launches of 0.1 ms and 10 of half that, so half a second needs 333.
        var block = new BlockScheduler(50, 0.5).run("a", new Recorder(1e-4, 10), NOTHING, NOTHING, new Random(1));
        assertEquals(334, block.incumbent().size(), 1);
    }

    @Test
    void aBenchWithDearPairsHasFewInABlock() throws Exception {
        var bench = new Recorder(1e-8, 1);
        bench.mostPairs = 3;
        var block = new BlockScheduler(50, 0.5).run("a", bench, NOTHING, NOTHING, new Random(1));
        assertEquals(3, block.incumbent().size());
    }

    @Test
    void everyPairRunsBothSidesInTheOrderThatIsRecorded() throws Exception {
        var bench = new Recorder(1, 1);
        var block = new BlockScheduler(50, 0).run("a", bench, NOTHING, NOTHING, new Random(1));
        var expected = new ArrayList<Side>();
        for (boolean incumbentFirst : block.incumbentFirst()) {
            expected.add(incumbentFirst ? Side.INCUMBENT : Side.CHALLENGER);
            expected.add(incumbentFirst ? Side.CHALLENGER : Side.INCUMBENT);
        }
        assertEquals(expected, bench.order);
        assertTrue(
                block.incumbentFirst().contains(true) && block.incumbentFirst().contains(false));
    }

    @Test
    void theSamplesOfASideStayWithIt() throws Exception {
        var block = new BlockScheduler(20, 0).run("a", new Recorder(1, 1), NOTHING, NOTHING, new Random(1));
        assertTrue(block.incumbent().stream().allMatch(sample -> sample.seconds() == 1));
        assertTrue(block.challenger().stream().allMatch(sample -> sample.seconds() == 0.5));
        assertEquals(Math.log(2), block.logGain(), 1e-12);
    }

    @Test
    void bothWorkersEndWhenOneSideFails() {
        var bench = new Recorder(1, 1);
        bench.failAt = 7;
        assertThrows(
                CandidateFailure.class,
                () -> new BlockScheduler(20, 0).run("a", bench, NOTHING, NOTHING, new Random(1)));
        assertTrue(bench.closed);
    }

    /** The challenger takes half as long as the incumbent. */
    private static final class Recorder implements Bench, Duel {
        private final double seconds;
        private final int launches;
        private final List<Side> order = new ArrayList<>();
        private int failAt = Integer.MAX_VALUE;
        private int mostPairs = Integer.MAX_VALUE;
        private int pairs;
        private boolean closed;

        Recorder(double seconds, int launches) {
            this.seconds = seconds;
            this.launches = launches;
        }

        @Override
        public Duel open(Artifact incumbent, Artifact challenger) {
            return this;
        }

        @Override
        public void nextPair() {
            pairs++;
        }

        @Override
        public Sample run(Side side) throws CandidateFailure {
            order.add(side);
            if (pairs == failAt) {
                throw new CandidateFailure(new Outcome.TimedOut("hangs"));
            }
            return new Sample(side == Side.INCUMBENT ? seconds : seconds / 2, Double.NaN, launches);
        }

        @Override
        public void close() {
            closed = true;
        }

        @Override
        public PairedSamples screen(String part, Artifact incumbent, Artifact challenger) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String metric() {
            return "seconds";
        }

        @Override
        public String unit() {
            return "s";
        }

        @Override
        public Direction direction() {
            return Direction.MINIMIZE;
        }

        @Override
        public int mostPairs() {
            return mostPairs;
        }

        @Override
        public double value(double secondsPerLaunch) {
            return secondsPerLaunch;
        }
    }
}
