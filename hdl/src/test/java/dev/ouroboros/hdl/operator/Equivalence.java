package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.process.DefaultToolRunner;
import dev.ouroboros.engine.process.ToolCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks Yosys' own SAT solver whether two modules do the same from reset on, for a few cycles. */
final class Equivalence {
    private static final int CYCLES = 4;

    private Equivalence() {}

    static void assertEquivalent(Path folder, String before, String after, String top)
            throws IOException, InterruptedException {
        assertTrue(isEquivalent(folder, before, after, top), () -> "not equivalent to the source:\n" + after);
    }

    /** Registers start at zero in both, so that a design with a reset needs none here. */
    static boolean isEquivalent(Path folder, String before, String after, String top)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("before.sv"), before);
        Files.writeString(folder.resolve("after.sv"), after);
        var script = String.join(
                "; ",
                "read_verilog -sv before.sv",
                "prep -flatten -top " + top,
                "rename " + top + " gold",
                "design -stash gold",
                "read_verilog -sv after.sv",
                "prep -flatten -top " + top,
                "rename " + top + " gate",
                "design -stash gate",
                "design -copy-from gold gold",
                "design -copy-from gate gate",
                "miter -equiv -flatten -make_outputs gold gate miter",
                "hierarchy -top miter",
                "memory_map; opt -full; techmap; opt -full; abc -g AND; opt_clean",
                "sat -verify -set-init-zero -seq 1 -tempinduct-skip 0 -prove trigger 0 -maxsteps " + CYCLES
                        + " -set-def-inputs -set-at 1 in_rst 1 miter");
        return run(folder, script.replace(" -tempinduct-skip 0", "").replace("-maxsteps " + CYCLES, "-seq " + CYCLES));
    }

    private static boolean run(Path folder, String script) throws InterruptedException {
        var environment = Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        var result = new DefaultToolRunner()
                .run(new ToolCall(
                        List.of("yosys", "-q", "-p", script), folder, environment, Duration.ofMinutes(1), 1 << 20));
        if (!result.succeeded()) {
            assertEquals(
                    true,
                    (result.out() + result.err()).contains("proof did fail"),
                    () -> "Yosys could not tell: " + result.out() + result.err());
        }
        return result.succeeded();
    }
}
