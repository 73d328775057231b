package dev.ouroboros.hdl.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.hdl.task.Reset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrafterTest {
    private static final String COUNTER = """
            module counter(input wire clk, input wire rst_n, output reg [3:0] n);
              always @(posedge clk or negedge rst_n)
                if (!rst_n) n <= 0; else n <= n + 1;
            endmodule
            """;

    private static final String PAIR = """
            module pair(input clock, input reset, output [3:0] a, b);
              counter one(clock, !reset, a);
              counter two(.clk(clock), .rst_n(~reset), .n(b));
            endmodule
            """;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Reads the draft as a run would. */
    private DesignTask task(Draft draft) throws Exception {
        Path written = Files.createDirectories(folder.resolve("task"));
        for (var file : draft.files().entrySet()) {
            Files.writeString(written.resolve(file.getKey()), file.getValue());
        }
        var part = TaskReader.read(written.resolve("task.toml"), Set.of("verilog"))
                .parts()
                .getFirst();
        return DesignTaskReader.read(part);
    }

    private String complaint(Path file, String top) {
        return String.valueOf(assertThrows(DraftException.class, () -> Drafter.draft(file, top.isEmpty() ? null : top))
                .getMessage());
    }

    @Test
    void clockAndResetAreReadFromTheAlwaysBlocks() throws Exception {
        var task = task(Drafter.draft(file("counter.v", COUNTER), null));
        assertEquals("counter", task.top());
        assertEquals("clk", task.clock());
        assertEquals(new Reset("rst_n", false, true, 1), task.reset());
    }

    @Test
    void modulesAreFoundInTheFilesBesideAndTheirClocksFollowed() throws Exception {
        file("counter.v", COUNTER);
        var draft = Drafter.draft(file("pair.v", PAIR), null);
        var task = task(draft);
        assertEquals(Set.of("pair.v", "counter.v", "task.toml"), draft.files().keySet());
        assertEquals("pair", task.top());
        assertEquals("clock", task.clock());
        assertEquals(new Reset("reset", true, true, 1), task.reset());
    }

    @Test
    void aDesignWithoutRegistersIsCombinational() throws Exception {
        var task = task(Drafter.draft(
                file("add.v", "module add(input [3:0] a, b, output [4:0] y);\n  assign y = a + b;\nendmodule\n"),
                null));
        assertEquals(new Contract.Combinational(), task.contract());
    }

    @Test
    void ourOwnTasksAreDraftedAsTheyWereWritten() throws Exception {
        for (var name : Set.of("fir", "crc32", "fifo", "uart_rx", "divider8", "systolic")) {
            var task = task(Drafter.draft(Path.of("tasks", name, name + ".v"), null));
            assertEquals(name, task.top());
            assertEquals("clk", task.clock());
            assertEquals(new Reset("rst", true, false, 1), task.reset());
        }
    }

    @Test
    void whatCannotBeMadeATaskIsSaid() throws Exception {
        String missing = complaint(file("pair.v", PAIR), "");
        assertTrue(missing.contains("module pair uses the module counter, which is not defined"), missing);
        String unknown = complaint(file("counter.v", COUNTER), "other");
        assertTrue(unknown.contains("no module other; it defines counter"), unknown);
        String clocks = complaint(file("two.v", """
                        module two(input a, input b, input d, output reg p, output reg q);
                          always @(posedge a) p <= d;
                          always @(posedge b) q <= d;
                        endmodule
                        """), "");
        assertTrue(clocks.contains("has the clocks a, b"), clocks);
        String included = complaint(file("inc.v", "`include \"nowhere.vh\"\nmodule m; endmodule\n"), "");
        assertTrue(included.contains("includes \"nowhere.vh\", which is no file beside it"), included);
        String refused = complaint(file("sys.v", "module m(output y); initial $system(\"id\"); endmodule\n"), "");
        assertTrue(refused.contains("$system"), refused);
        assertTrue(complaint(file("empty.v", "// nothing\n"), "").contains("defines no module"));
    }
}
