package dev.ouroboros.benchmarks.suite;

import dev.ouroboros.engine.gate.Decision;
import dev.ouroboros.engine.gate.Gate;
import dev.ouroboros.engine.gate.GatePolicy;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the gate says to 20 blocks of a gain of 5 %. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GateDecision {
    private static final int BLOCKS = 20;

    private final GatePolicy policy = GatePolicy.of(0.01, 0.0001);
    private final double[] logGains = new SplittableRandom(1)
            .doubles(BLOCKS, 0.03, 0.07)
            .toArray();

    @Benchmark
    public Decision decide() {
        return Gate.decide(logGains, policy);
    }
}
