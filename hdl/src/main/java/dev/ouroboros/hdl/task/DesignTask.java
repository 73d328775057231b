package dev.ouroboros.hdl.task;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code [parts.verilog]} says.
 *
 * @param top the module that is optimized; its ports are the interface
 * @param clock the one clock, an input of the top module; null for a combinational design
 * @param reset null if the design has none: then it starts in the state that its initial values say
 * @param assumptions what the surroundings keep to; where they do not, anything is right
 * @param libraries Verilog files that a candidate uses and may not change
 * @param topParameters values of the top module's parameters, beside its defaults
 * @param recipes options of the device's flow, one list a recipe; each design is counted at its own best one
 * @param proofTime how long one proof may take before it stays unknown
 * @param boundedCycles for how many cycles after the reset a candidate must be known to be right, if that it is right for ever
 *     is not proved; 0 if only a proof will do
 * @param blockRams how many of the device's block RAMs a design may take at most
 */
public record DesignTask(
        String top,
        @Nullable String clock,
        @Nullable Reset reset,
        Contract contract,
        List<Assumption> assumptions,
        List<Path> libraries,
        Map<String, Long> topParameters,
        Device device,
        List<List<String>> recipes,
        Duration proofTime,
        int boundedCycles,
        int blockRams) {
    public DesignTask {
        assumptions = List.copyOf(assumptions);
        libraries = List.copyOf(libraries);
        topParameters = Map.copyOf(topParameters);
        recipes = recipes.stream().map(List::copyOf).toList();
    }

    /** Returns how many cycles later than the seed a candidate answers. */
    public int latency() {
        return switch (contract) {
            case Contract.Combinational _, Contract.Streaming _ -> 0;
            case Contract.CycleExact(int latency) -> latency;
        };
    }

    /** Returns the task of a module that stands around the design. */
    public DesignTask around(String module) {
        return of(module, clock, reset, contract);
    }

    /** Returns the task of a module without state that stands beside the design. */
    public DesignTask beside(String module) {
        return of(module, null, null, new Contract.Combinational());
    }

    private DesignTask of(String module, @Nullable String clock, @Nullable Reset reset, Contract contract) {
        return new DesignTask(
                module, clock, reset, contract, List.of(), libraries, Map.of(), device, recipes, proofTime, 0,
                blockRams);
    }
}
