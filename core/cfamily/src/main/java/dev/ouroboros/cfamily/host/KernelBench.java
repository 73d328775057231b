package dev.ouroboros.cfamily.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.Duel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Throughput of the timed shape. */
public final class KernelBench implements Bench {
    private final Workshop workshop;
    private final Screen screen;
    private final double work;
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    public KernelBench(Workshop workshop) {
        this.workshop = workshop;
        this.screen = new Screen(workshop);
        this.work = workshop.timed().work();
    }

    @Override
    public String metric() {
        return "throughput";
    }

    @Override
    public String unit() {
        return workshop.task().work().kind().unit();
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double value(double secondsPerLaunch) {
        return work / secondsPerLaunch * 1e-9;
    }

    @Override
    public PairedSamples screen(String part, Artifact incumbent, Artifact challenger)
            throws CandidateFailure, InterruptedException {
        return screen.compare(part, Blame.incumbent(() -> compile(incumbent)), compile(challenger));
    }

    @Override
    public Duel open(Artifact incumbent, Artifact challenger) throws CandidateFailure, InterruptedException {
        return KernelDuel.open(workshop, Blame.incumbent(() -> compile(incumbent)), compile(challenger), suspects);
    }

    /** Ends the warm worker. */
    public void close() {
        screen.close();
    }

    private Compiled compile(Artifact artifact) throws CandidateFailure, InterruptedException {
        return workshop.compiler().compile(Candidate.of(workshop.part(), artifact));
    }
}
