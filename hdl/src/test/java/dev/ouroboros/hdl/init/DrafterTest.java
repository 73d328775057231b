package dev.ouroboros.hdl.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.layer.Draft;
import dev.ouroboros.engine.layer.DraftException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.hdl.liberty.SmallLibrary;
import dev.ouroboros.hdl.task.Contract;
import dev.ouroboros.hdl.task.DesignTask;
import dev.ouroboros.hdl.task.DesignTaskReader;
import dev.ouroboros.hdl.task.Ice40;
import dev.ouroboros.hdl.task.Reset;
import dev.ouroboros.hdl.task.StandardCells;
import dev.ouroboros.hdl.tool.Design;
import dev.ouroboros.hdl.tool.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    void theDepthIsWatchedBesideTheCells() throws Exception {
        task(Drafter.draft(file("counter.v", COUNTER), null));
        var written = TaskReader.read(folder.resolve("task/task.toml"), Set.of("verilog"));
        assertEquals("logic-cells", written.objective().metric());
        assertEquals("depth", written.watched().getFirst().metric());
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
        assertTrue(clocks.contains("has the clocks a (two.v:2), b (two.v:3)"), clocks);
        String included = complaint(file("inc.v", "`include \"nowhere.vh\"\nmodule m; endmodule\n"), "");
        assertTrue(included.contains("includes \"nowhere.vh\", which is no file beside it"), included);
        String refused = complaint(file("sys.v", "module m(output y); initial $system(\"id\"); endmodule\n"), "");
        assertTrue(refused.contains("$system"), refused);
        assertTrue(complaint(file("empty.v", "// nothing\n"), "").contains("defines no module"));
    }

    @Test
    void conditionsAreDecidedAsSynthesisWould() throws Exception {
        file("widths.vh", """
                `ifndef WIDTHS
                `define WIDTHS
                `define WIDE
                `endif
                """);
        var draft = Drafter.draft(file("some.v", """
                        `include "widths.vh"
                        module some(input [7:0] a, output [7:0] y);
                        `ifdef WIDE
                          assign y = a;
                        `else
                          assign y = 0;
                        `endif
                        `ifdef FORMAL
                          always @* assert(y == $past(a));
                        `elsif OTHER
                          nonsense
                        `endif
                        `ifndef SYNTHESIS
                          initial $system("id");
                        `endif
                        endmodule
                        """), null);
        assertEquals("""
                `include "widths.vh"
                module some(input [7:0] a, output [7:0] y);
                  assign y = a;
                endmodule
                """, draft.files().get("some.v"));
        assertEquals("`define WIDTHS\n`define WIDE\n", draft.files().get("widths.vh"));
        assertTrue(
                said(draft, "as without FORMAL, OTHER and with SYNTHESIS"),
                () -> draft.guesses().toString());
    }

    @Test
    void whatNoCircuitIsMadeOfIsLeftOutAndNamed() throws Exception {
        var draft = Drafter.draft(file("loud.v", """
                        module loud #(parameter N = 4) (input clk, input [3:0] a, output reg [3:0] y = 0);
                          initial begin
                            if (N > 4) begin
                              $error("too wide: %d", N); // (instance %m)
                              $finish;
                            end
                          end
                          // synopsys translate_off
                          real seconds;
                          // synopsys translate_on
                          (* full_case, keep *) wire [3:0] b = a; /* verilator lint_off WIDTH */
                          always @(posedge clk) begin
                            #1 y <= #(N) b;
                            assert (y < 9) else $error("(");
                          end
                        endmodule
                        """), null);
        assertEquals("""
                module loud #(parameter N = 4) (input clk, input [3:0] a, output reg [3:0] y = 0);
                  initial begin
                    if (N > 4) begin
                      begin end // (instance %m)
                      begin end
                    end
                  end
                   wire [3:0] b = a;
                  always @(posedge clk) begin
                     y <=  b;
                    begin end
                  end
                endmodule
                """, draft.files().get("loud.v"));
        assertTrue(
                said(
                        draft,
                        "$error, $finish, assertions, comments for tools (synopsys), comments for tools (verilator),"
                                + " delays, the attribute full_case"),
                () -> draft.guesses().toString());
        assertTrue(
                said(draft, "the parameters as they are: N = 4"),
                () -> draft.guesses().toString());
    }

    @Test
    void aTaskHoldsTheModulesThatItsTopUsesWhateverTheirFilesAreCalled() throws Exception {
        file("library.v", COUNTER + "\nmodule other(input a); nonsense $random; endmodule\n");
        var draft = Drafter.draft(
                file("pair.v", "module unused(input c); initial $readmemh(c); endmodule\n" + PAIR), "pair");
        assertEquals(PAIR, draft.files().get("pair.v"));
        assertEquals(COUNTER + "\n", draft.files().get("library.v"));
        assertTrue(
                said(draft, "the module other, the module unused"),
                () -> draft.guesses().toString());
    }

    @Test
    void anIncludedFileIsNoSourceOfItsOwn() throws Exception {
        file("width.v", "localparam WIDTH = 4;\n");
        String source = """
                module add(input [3:0] a, b, output [3:0] y);
                `include "width.v"
                  assign y = a[WIDTH-1:0] + b;
                endmodule
                """;
        var draft = Drafter.draft(file("add.v", source), null);
        assertEquals(Set.of("add.v", "width.v", "task.toml"), draft.files().keySet());
        var design = new Design(task(draft), new TreeMap<>(draft.files()), Map.of());
        try (var work = WorkFolder.create()) {
            assertEquals(List.of("add.v", "task.toml"), design.stage(work));
        }
    }

    @Test
    void aDeviceCanBeChosen() throws Exception {
        Path design = file("counter.v", COUNTER);
        Path cells = file("small.lib", SmallLibrary.TEXT);
        var draft = Drafter.draft(design, null, cells.toString());
        assertInstanceOf(StandardCells.class, task(draft).device());
        assertTrue(String.valueOf(draft.files().get("task.toml")).contains("metric = \"area\""), draft::toString);
        assertTrue(
                draft.guesses().stream().anyMatch(guess -> guess.contains("no clock frequency is held")),
                draft.guesses()::toString);
        assertEquals(Ice40.LP1K, task(Drafter.draft(design, null, "lp1k")).device());
    }

    @Test
    void aDeviceThatIsNoneIsRefused() throws Exception {
        Path design = file("counter.v", COUNTER);
        for (var wrong : List.of("ecp5", folder.resolve("none.lib").toString())) {
            var problem = assertThrows(DraftException.class, () -> Drafter.draft(design, null, wrong));
            assertTrue(String.valueOf(problem.getMessage()).contains(wrong), problem::getMessage);
        }
    }

    @Test
    void aResetMayStandAtTheEndOfABlockAndIsNotTheFirstWordWithItsLetters() throws Exception {
        String source = """
                module late(input clk, input first, input rst, input [3:0] a, output reg [3:0] y);
                  always @(posedge clk) begin
                    if (first) y <= a;
                    if (rst) y <= 0;
                  end
                endmodule
                """;
        assertEquals(
                new Reset("rst", true, false, 1),
                task(Drafter.draft(file("late.v", source), null)).reset());
    }

    @Test
    void aDesignWhoseRegistersAllHaveInitialValuesStartsFromThem() throws Exception {
        var draft = Drafter.draft(file("counter.v", COUNTER.replace("[3:0] n)", "[3:0] n = 0)")), null);
        assertNull(task(draft).reset());
        assertTrue(
                said(draft, "rst_n is an input like any other"),
                () -> draft.guesses().toString());
    }

    @Test
    void aLineThatIsRefusedIsTheUsersOwn() throws Exception {
        String refused = complaint(file("sys.v", """
                        `ifdef FORMAL
                        // one
                        // two
                        `endif
                        module m(output y);
                          initial $system("id");
                        endmodule
                        """), "");
        assertTrue(refused.startsWith("sys.v:6: refused: $system"), refused);
        assertTrue(complaint(file("open.v", "\n  `ifdef A\n"), "").startsWith("open.v:2: a condition without `endif"));
        assertTrue(complaint(file("shut.v", "\n\n`endif\n"), "").startsWith("shut.v:3: `endif without `ifdef"));
    }

    private static boolean said(Draft draft, String text) {
        return draft.guesses().stream().anyMatch(guess -> guess.contains(text));
    }

    @Test
    void linesEndInOneWay() throws Exception {
        var draft = Drafter.draft(file("counter.v", COUNTER.replace("\n", "\r\n")), null);
        assertEquals(COUNTER, draft.files().get("counter.v"));
    }
}
