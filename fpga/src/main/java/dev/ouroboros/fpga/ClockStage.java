package dev.ouroboros.fpga;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.Measurement;
import dev.ouroboros.engine.evaluation.Medians;
import dev.ouroboros.engine.evaluation.Outcome;
import dev.ouroboros.engine.evaluation.Reason;
import dev.ouroboros.engine.layer.CostClass;
import dev.ouroboros.engine.layer.Stage;
import dev.ouroboros.hdl.netlist.DesignProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Holds that a change does not lower the frequency that the seed can be clocked at. Placement is random, so both are placed
 * with the same eight secret seeds, and a rank test says whether the candidate is slower.
 */
final class ClockStage implements Stage {
    private static final int SEEDS = 8;
    private static final double SIGNIFICANT = 0.05;

    private final Netlists netlists;
    private final Nextpnr nextpnr;
    private final int[] seeds;
    private double @Nullable [] reference;

    ClockStage(Netlists netlists, Nextpnr nextpnr, RandomGenerator secret) {
        this.netlists = netlists;
        this.nextpnr = nextpnr;
        this.seeds = secret.ints(SEEDS, 1, Integer.MAX_VALUE).toArray();
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public CostClass cost() {
        return CostClass.CONFIRM;
    }

    @Override
    public String capability() {
        return Nextpnr.PROGRAM;
    }

    @Override
    public Outcome run(Artifact artifact) throws InterruptedException {
        try {
            String netlist = netlists.of(artifact);
            int pins = nextpnr.pack(netlist).pins();
            if (pins > nextpnr.device().pins()) {
                return unmeasured("it has " + pins + " ports, the package "
                        + nextpnr.device().pins() + " pins");
            }
            double[] before = reference();
            if (before[0] == 0) {
                return unmeasured("the seed has no way from register to register");
            }
            return judge(before, frequencies(netlist));
        } catch (DesignProblem e) {
            return new Outcome.Rejected(Reason.BUILD, String.valueOf(e.getMessage()));
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    /** Compares frequencies in MHz, paired by seed. A candidate without a way between registers is as fast as any. */
    static Outcome judge(double[] before, double[] after) {
        var differences = new double[before.length];
        for (int i = 0; i < before.length; i++) {
            differences[i] = after[i] == 0 ? 1 : Math.log(after[i] / before[i]);
        }
        double chance = SignedRanks.lower(differences);
        String both = String.format(
                Locale.ROOT,
                "median %.1f MHz, the seed's %.1f MHz, over %d placements (p = %.3f that this is chance)",
                Medians.median(after),
                Medians.median(before),
                before.length,
                chance);
        return chance <= SIGNIFICANT
                ? new Outcome.Rejected(Reason.NOT_BETTER, "the clock would have to be slower: " + both)
                : new Outcome.Passed(List.of(frequency(after)), both);
    }

    private static Measurement frequency(double[] megahertz) {
        return new Measurement(
                "fmax",
                "MHz",
                Direction.MAXIMIZE,
                false,
                Arrays.stream(megahertz).boxed().toList());
    }

    private static Outcome unmeasured(String why) {
        return new Outcome.Passed(List.of(), "The clock frequency was not measured: " + why + ".");
    }

    private synchronized double[] reference() throws DesignProblem, InterruptedException {
        double[] known = reference;
        if (known == null) {
            known = frequencies(netlists.seed());
            reference = known;
        }
        return known;
    }

    private double[] frequencies(String netlist) throws DesignProblem, InterruptedException {
        var megahertz = new double[seeds.length];
        for (int i = 0; i < seeds.length; i++) {
            megahertz[i] = nextpnr.place(netlist, seeds[i]).megahertz();
        }
        return megahertz;
    }
}
