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
 * @param libraries Verilog files that a candidate uses and may not change
 * @param topParameters values of the top module's parameters, beside its defaults
 * @param recipes options of the device's flow, one list a recipe; each design is counted at its own best one
 * @param proofTime how long one proof may take before it stays unknown
 */
public record DesignTask(
        String top,
        @Nullable String clock,
        @Nullable Reset reset,
        Contract contract,
        List<Path> libraries,
        Map<String, Long> topParameters,
        Device device,
        List<List<String>> recipes,
        Duration proofTime) {
    public DesignTask {
        libraries = List.copyOf(libraries);
        topParameters = Map.copyOf(topParameters);
        recipes = recipes.stream().map(List::copyOf).toList();
    }

    /** Returns how many cycles later than the seed a candidate answers. */
    public int latency() {
        return switch (contract) {
            case Contract.Combinational _ -> 0;
            case Contract.CycleExact(int latency) -> latency;
        };
    }
}
