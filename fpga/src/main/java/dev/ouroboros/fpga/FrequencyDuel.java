package dev.ouroboros.fpga;

import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Sample;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.engine.layer.Side;
import dev.ouroboros.hdl.netlist.DesignProblem;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Places two netlists with the same seeds. No clock is read, so both are placed at once. */
final class FrequencyDuel implements Duel {
    private final Nextpnr nextpnr;
    private final RandomGenerator secret;
    private final String incumbent;
    private final String challenger;
    private final Map<Side, Future<Report>> placements = new EnumMap<>(Side.class);
    private final ExecutorService threads = Executors.newFixedThreadPool(Side.values().length);

    FrequencyDuel(Nextpnr nextpnr, RandomGenerator secret, String incumbent, String challenger) {
        this.nextpnr = nextpnr;
        this.secret = secret;
        this.incumbent = incumbent;
        this.challenger = challenger;
    }

    /** Returns whether both are one netlist, of which a seed always makes the same. */
    boolean isSame() {
        return incumbent.equals(challenger);
    }

    @Override
    public void nextPair() {
        int seed = secret.nextInt(1, Integer.MAX_VALUE);
        var one = threads.submit(() -> nextpnr.place(challenger, seed));
        placements.put(Side.CHALLENGER, one);
        placements.put(Side.INCUMBENT, isSame() ? one : threads.submit(() -> nextpnr.place(incumbent, seed)));
    }

    @Override
    public Sample run(Side side) throws CandidateFailure, InterruptedException {
        var placement = placements.get(side);
        if (placement == null) {
            throw new IllegalStateException("there is no pair yet");
        }
        try {
            return FrequencyBench.sample(placement.get());
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DesignProblem problem -> throw FrequencyBench.failure(side, problem);
                case RuntimeException defect -> throw defect;
                case null, default -> throw new IllegalStateException("a placement failed", e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
