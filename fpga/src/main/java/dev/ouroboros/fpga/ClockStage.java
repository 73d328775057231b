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
import dev.ouroboros.hdl.synth.Aim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Holds that a change does not lower the frequency that the seed can be clocked at. Placement is random, so both are placed
 * with the same eight secret seeds, and a rank test says whether the candidate is slower. What has more ports than the
 * package has pins, or no registers of its own, is placed between registers, as its seed is.
 */
final class ClockStage implements Stage {
    private static final int SEEDS = 8;
    private static final double SIGNIFICANT = 0.05;

    private final Netlists netlists;
    private final Nextpnr nextpnr;
    private final int[] seeds;
    private @Nullable Reference reference;

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
            Reference before = reference();
            if (before.unmeasured() != null) {
                return unmeasured(before.unmeasured());
            }
            var placements = placements(netlist, before.wrapped());
            return judge(
                    before.megahertz(),
                    megahertz(placements),
                    slowest(placements).criticalPath().text(netlists.origins(artifact, netlist)));
        } catch (DesignProblem e) {
            return new Outcome.Rejected(Reason.BUILD, String.valueOf(e.getMessage()));
        } catch (CandidateFailure e) {
            return e.outcome();
        }
    }

    /**
     * Compares frequencies in MHz, paired by seed. A candidate without a way between registers is as fast as any.
     *
     * @param way what limits the candidate, for proposers and people
     */
    static Outcome judge(List<Double> before, List<Double> after, String way) {
        var differences = new double[before.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = after.get(i) == 0 ? 1 : Math.log(after.get(i) / before.get(i));
        }
        double chance = SignedRanks.lower(differences);
        String both = String.format(
                Locale.ROOT,
                "median %.1f MHz, the seed's %.1f MHz, over %d placements (p = %.3f that this is chance)%s",
                median(after),
                median(before),
                before.size(),
                chance,
                way.isEmpty() ? "" : "\n" + way);
        return chance <= SIGNIFICANT
                ? new Outcome.Rejected(Reason.NOT_BETTER, "the clock would have to be slower: " + both)
                : new Outcome.Passed(measurements(before, after), both);
    }

    private static double median(List<Double> values) {
        return Medians.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** A candidate without a way between registers has no frequency. */
    private static List<Measurement> measurements(List<Double> before, List<Double> after) {
        Measurement seed = frequency(before).ofSeed();
        return after.contains(0.0) ? List.of(seed) : List.of(frequency(after), seed);
    }

    private static Measurement frequency(List<Double> megahertz) {
        return new Measurement(Aim.FMAX, "MHz", Direction.MAXIMIZE, false, megahertz);
    }

    private static Outcome unmeasured(String why) {
        return new Outcome.Passed(List.of(), "The clock frequency was not measured: " + why + ".");
    }

    /**
     * How fast the seed is.
     *
     * @param wrapped whether it stands between registers of ours
     * @param unmeasured why that is not known; null if it is
     */
    private record Reference(
            List<Double> megahertz,
            boolean wrapped,
            @Nullable String unmeasured) {}

    private synchronized Reference reference() throws DesignProblem, InterruptedException {
        Reference known = reference;
        if (known == null) {
            known = measured();
            reference = known;
        }
        return known;
    }

    /** A seed with more ports than pins, or with no way from register to register, gets registers around it. */
    private Reference measured() throws DesignProblem, InterruptedException {
        String seed = netlists.seed();
        if (nextpnr.pack(seed).pins() <= nextpnr.device().pins()) {
            List<Double> plain = megahertz(placements(seed, false));
            if (plain.getFirst() > 0) {
                return new Reference(plain, false, null);
            }
        }
        try {
            return new Reference(megahertz(placements(seed, true)), true, null);
        } catch (DesignProblem e) {
            return new Reference(List.of(), true, String.valueOf(e.getMessage()));
        }
    }

    private List<Report> placements(String plain, boolean wrapped) throws DesignProblem, InterruptedException {
        String netlist = wrapped ? netlists.wrapper().around(plain) : plain;
        var placements = new ArrayList<Report>();
        for (int seed : seeds) {
            placements.add(nextpnr.place(netlist, seed));
        }
        return placements;
    }

    private static List<Double> megahertz(List<Report> placements) {
        return placements.stream().map(Report::megahertz).toList();
    }

    private static Report slowest(List<Report> placements) {
        return Collections.min(placements, Comparator.comparingDouble(Report::megahertz));
    }
}
