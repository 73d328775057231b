package dev.ouroboros.hdl.proof;

import dev.ouroboros.hdl.netlist.Circuit;
import dev.ouroboros.hdl.netlist.DesignProblem;
import dev.ouroboros.hdl.task.Assumption;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.hdl.tool.Design;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Small designs, all of a module {@code top}, and what the prover says of two of them. */
final class Designs {
    static final Reset RESET = new Reset("rst", true, false, 1);
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private Designs() {}

    static DesignTask clocked(@Nullable Reset reset, int latency) {
        return task("clk", reset, new Contract.CycleExact(latency));
    }

    static DesignTask combinational() {
        return task(null, null, new Contract.Combinational());
    }

    /** Returns one whose surroundings keep to something. */
    static DesignTask assuming(@Nullable String clock, @Nullable Reset reset, Assumption... assumptions) {
        var contract = clock == null ? new Contract.Combinational() : new Contract.CycleExact(0);
        return task(clock, reset, contract, assumptions);
    }

    private static DesignTask task(
            @Nullable String clock, @Nullable Reset reset, Contract contract, Assumption... assumptions) {
        return new DesignTask(
                "top",
                clock,
                reset,
                contract,
                Arrays.asList(assumptions),
                List.of(),
                Map.of(),
                Ice40.UP5K,
                List.of(List.of()),
                PATIENCE,
                0,
                Ice40.UP5K.blockRams());
    }

    static Design design(DesignTask task, String source) {
        return new Design(task, Map.of("top.v", source), Map.of());
    }

    static Circuit circuit(DesignTask task, String source) throws DesignProblem, InterruptedException {
        return Machine.YOSYS.elaborate(design(task, source));
    }

    static Verdict compare(DesignTask task, String seed, String candidate) throws Exception {
        return verdict(task, circuit(task, seed), circuit(task, candidate));
    }

    static Verdict verdict(DesignTask task, Circuit seed, Circuit candidate) throws InterruptedException {
        var prover = new Prover(Machine.ABC, RandomGenerator.of("L64X128MixRandom"), 2);
        return prover.prove(new Obligation(seed, candidate, task.reset(), task.latency()), task.proofTime());
    }
}
