package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.layer.ScreenRule;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.java.build.Built;
import java.util.ArrayList;
import java.util.List;

/** How far from the best there is a search stays, on the average of a play: exact figures of recorded spaces, nothing is timed. */
public final class PlayBench implements Bench {
    private static final ScreenRule RULE = new ScreenRule(10, 20, 3);

    private final Workshop workshop;

    /** Of one part. */
    public PlayBench(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public String metric() {
        return "gap";
    }

    @Override
    public String unit() {
        return "of the way";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public boolean isTimed() {
        return false;
    }

    @Override
    public double value(double secondsPerLaunch) {
        return secondsPerLaunch / PlayBout.SECONDS;
    }

    @Override
    public PairedSamples screen(String part, Artifact incumbent, Artifact challenger)
            throws CandidateFailure, InterruptedException {
        Built first = Blame.incumbent(() -> workshop.builder().build(incumbent));
        Built second = workshop.builder().build(challenger);
        Runner runner = workshop.checkers().take();
        boolean well = false;
        try {
            PlayBout bout = PlayBout.open(workshop, runner, first, runner, second, RULE.least());
            PairedSamples samples = pairs(part, bout, first, second);
            runner.unload(0);
            runner.unload(1);
            well = true;
            return samples;
        } finally {
            workshop.checkers().giveBack(runner, well);
        }
    }

    private PairedSamples pairs(String part, PlayBout bout, Built first, Built second)
            throws CandidateFailure, InterruptedException {
        List<Sample> ofFirst = new ArrayList<>();
        List<Sample> ofSecond = new ArrayList<>();
        List<Boolean> order = new ArrayList<>();
        int audited = workshop.secret().nextInt(RULE.least());
        for (int pair = 0; !RULE.isEnough(ofFirst, ofSecond); pair++) {
            bout.next(pair == audited);
            ofFirst.add(bout.run(Side.INCUMBENT));
            ofSecond.add(bout.run(Side.CHALLENGER));
            order.add(true);
            if (bout.isSame() && !first.digest().equals(second.digest())) {
                throw Blame.rejected(Reason.DUPLICATE, "chooses just what the incumbent chooses");
            }
        }
        PairedSamples samples = new PairedSamples(part, ofFirst, ofSecond, order);
        if (!first.digest().equals(second.digest()) && !isPromising(ofFirst, ofSecond)) {
            throw Blame.rejected(Reason.NOT_BETTER, "is no better than the incumbent in " + order.size() + " batches");
        }
        return samples;
    }

    /** What only draws other random numbers is as good as the incumbent, and no step towards anything. */
    private static boolean isPromising(List<Sample> incumbent, List<Sample> challenger) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < incumbent.size(); i++) {
            double gain =
                    Math.log(incumbent.get(i).seconds() / challenger.get(i).seconds());
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / incumbent.size();
        double variance = squares / incumbent.size() - mean * mean;
        return mean > Math.sqrt(variance / (incumbent.size() - 1));
    }

    @Override
    public Duel open(Artifact incumbent, Artifact challenger) throws CandidateFailure, InterruptedException {
        Built first = Blame.incumbent(() -> workshop.builder().build(incumbent));
        return PlayDuel.open(workshop, first, workshop.builder().build(challenger));
    }
}
