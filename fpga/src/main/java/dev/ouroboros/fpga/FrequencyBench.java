package dev.ouroboros.fpga;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.ScreenRule;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.synth.Aim;
import java.util.ArrayList;
import java.util.random.RandomGenerator;

/**
 * The highest frequency of a design's clock, as the objective. A pair is one placement of each side from one fresh secret seed,
 * and a block one pair: placements scatter, and nothing else does.
 *
 * <p>Every design stands between registers of ours. Else a candidate could move its logic to where no way from register to
 * register leads through it: before its first registers, or after its last.
 */
record FrequencyBench(Netlists netlists, Nextpnr nextpnr, RandomGenerator secret) implements Bench {
    private static final ScreenRule RULE = new ScreenRule(3, 6, 4);

    /** A cost in seconds is the period of the clock. */
    private static final double SECONDS = 1e-6;

    @Override
    public String metric() {
        return Aim.FMAX;
    }

    @Override
    public String unit() {
        return "MHz";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public boolean isTimed() {
        return false;
    }

    @Override
    public int mostPairs() {
        return 1;
    }

    @Override
    public double value(double period) {
        return SECONDS / period;
    }

    static Sample sample(Report placement) {
        return new Sample(SECONDS / placement.megahertz(), Double.NaN, 1);
    }

    @Override
    public PairedSamples screen(String part, Artifact incumbent, Artifact challenger)
            throws CandidateFailure, InterruptedException {
        var ofIncumbent = new ArrayList<Sample>();
        var ofChallenger = new ArrayList<Sample>();
        var order = new ArrayList<Boolean>();
        try (FrequencyDuel duel = open(incumbent, challenger)) {
            int enough = duel.isSame() ? RULE.least() : RULE.most();
            while (order.size() < enough && !RULE.isEnough(ofIncumbent, ofChallenger)) {
                duel.nextPair();
                ofIncumbent.add(duel.run(Side.INCUMBENT));
                ofChallenger.add(duel.run(Side.CHALLENGER));
                order.add(true);
            }
        }
        return new PairedSamples(part, ofIncumbent, ofChallenger, order);
    }

    @Override
    public FrequencyDuel open(Artifact incumbent, Artifact challenger) throws CandidateFailure, InterruptedException {
        return new FrequencyDuel(
                nextpnr, secret, netlist(incumbent, Side.INCUMBENT), netlist(challenger, Side.CHALLENGER));
    }

    private String netlist(Artifact artifact, Side side) throws CandidateFailure, InterruptedException {
        try {
            return netlists.wrapper().around(netlists.of(artifact));
        } catch (DesignProblem e) {
            throw failure(side, e);
        }
    }

    /** Only the challenger can be to blame: the incumbent could be placed before. */
    static CandidateFailure failure(Side side, DesignProblem problem) {
        String message = String.valueOf(problem.getMessage());
        return new CandidateFailure(
                switch (side) {
                    case CHALLENGER -> new Outcome.Rejected(Reason.BUILD, message);
                    case INCUMBENT -> new Outcome.Faulted("the incumbent: " + message);
                });
    }
}
