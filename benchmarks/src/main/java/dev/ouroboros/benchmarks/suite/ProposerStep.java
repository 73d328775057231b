package dev.ouroboros.benchmarks.suite;

import dev.ouroboros.engine.propose.Proposal;
import dev.ouroboros.engine.propose.Proposer;
import dev.ouroboros.engine.propose.ProposerContext;
import dev.ouroboros.engine.search.SearchProposer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The first proposals of the default search: nothing has been measured yet. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProposerStep {
    private final SmallTask small = SmallTask.create();
    private final ProposerContext context = new ProposerContext(
            small.task(),
            List.of(),
            small.task().seed(),
            List.of(),
            100,
            _ -> false,
            _ -> small.task().seed());
    private long seed;

    @Benchmark
    public List<Proposal> propose() throws InterruptedException {
        Proposer search = SearchProposer.of(small.task());
        return search.propose(context, 1, new SplittableRandom(seed++));
    }
}
