package dev.ouroboros.java.host;

import dev.ouroboros.engine.artifact.Artifact;
import dev.ouroboros.engine.evaluation.CandidateFailure;
import dev.ouroboros.engine.evaluation.Direction;
import dev.ouroboros.engine.evaluation.PairedSamples;
import dev.ouroboros.engine.layer.Bench;
import dev.ouroboros.engine.layer.Duel;
import dev.ouroboros.java.build.Built;

/** Time of a launch at the timed shape. */
public final class JavaBench implements Bench {
    private static final double MICROS = 1e6;

    private final Workshop workshop;
    private final Screen screen;

    /** Of one part. */
    public JavaBench(Workshop workshop) {
        this.workshop = workshop;
        this.screen = new Screen(workshop);
    }

    @Override
    public String metric() {
        return "time";
    }

    @Override
    public String unit() {
        return "us";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double value(double secondsPerLaunch) {
        return secondsPerLaunch * MICROS;
    }

    @Override
    public PairedSamples screen(String part, Artifact incumbent, Artifact challenger)
            throws CandidateFailure, InterruptedException {
        Built first = Blame.incumbent(() -> workshop.builder().build(incumbent));
        return screen.compare(part, first, workshop.builder().build(challenger));
    }

    @Override
    public Duel open(Artifact incumbent, Artifact challenger) throws CandidateFailure, InterruptedException {
        Built first = Blame.incumbent(() -> workshop.builder().build(incumbent));
        return JavaDuel.open(workshop, first, workshop.builder().build(challenger));
    }

    /** Ends the warm worker. */
    public void close() {
        screen.close();
    }
}
