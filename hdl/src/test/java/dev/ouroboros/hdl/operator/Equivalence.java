package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.ToolCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks Yosys' own SAT solver whether two modules named {@code t} do the same. */
final class Equivalence {
    private Equivalence() {}

    static void assertEquivalent(Path folder, String before, String after) throws IOException, InterruptedException {
        assertTrue(isEquivalent(folder, before, after, 1), () -> "not equivalent to the source:\n" + after);
    }

    /** Looks at some cycles, with all registers zero at first. */
    static boolean isEquivalent(Path folder, String before, String after, int cycles)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("before.sv"), before);
        Files.writeString(folder.resolve("after.sv"), after);
        var script = String.join(
                "; ",
                "read_verilog -sv before.sv; prep -flatten -top t; rename t gold; design -stash gold",
                "read_verilog -sv after.sv; prep -flatten -top t; rename t gate; design -stash gate",
                "design -copy-from gold gold; design -copy-from gate gate",
                "miter -equiv -flatten gold gate miter; hierarchy -top miter",
                "memory_map; opt -full; techmap; opt -full; abc -g AND; opt_clean",
                "sat -verify -set-init-zero -set-def-inputs -prove trigger 0 -seq " + cycles + " miter");
        var environment = Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        var result = new DefaultToolRunner()
                .run(new ToolCall(List.of("yosys", "-p", script), folder, environment, Duration.ofMinutes(1), 1 << 20));
        assertTrue(
                result.succeeded() || (result.out() + result.err()).contains("proof did fail"),
                () -> "Yosys could not tell: " + result.out() + result.err());
        return result.succeeded();
    }
}
