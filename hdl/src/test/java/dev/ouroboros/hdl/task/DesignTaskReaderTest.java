package dev.ouroboros.hdl.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.engine.task.TaskException;
import dev.ouroboros.engine.task.TaskReader;
import dev.ouroboros.hdl.liberty.SmallLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignTaskReaderTest {
    private static final String HEAD = """
            name = "t"
            [[parts]]
            name  = "d"
            layer = "verilog"
            files = ["d.v"]
              [parts.verilog]
            """;
    private static final String TAIL = """
            [[objectives]]
            metric = "luts"
            goal   = "minimize"
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsNotSaidHasADefault() throws Exception {
        DesignTask task = read("top = \"d\"\nclock = \"clk\"");
        assertEquals(new Contract.CycleExact(0), task.contract());
        assertNull(task.reset());
        assertEquals(Ice40.UP5K, task.device());
        assertEquals(List.of(List.of()), task.recipes());
        assertEquals(Duration.ofMinutes(1), task.proofTime());
    }

    @Test
    void assumptionsAreExpressions() throws Exception {
        String head = "top = \"d\"\nclock = \"clk\"\n";
        var assumption = new Assumption("op != 3 && !(push && full)", Set.of("op", "push", "full"));
        DesignTask task = read(head + "assumptions = [\" op != 3 && !(push && full) \"]\nbounded-cycles = 50");
        assertEquals(List.of(assumption), task.assumptions());
        assertEquals(50, task.boundedCycles());
        for (String wrong : List.of("", "op !", "a; assign b = c", "a, c = d", "a) && (b", "1; endmodule module n")) {
            var mistake = assertThrows(TaskException.class, () -> read(head + "assumptions = [\"" + wrong + "\"]"));
            assertTrue(String.valueOf(mistake.getMessage()).contains("expected a Verilog expression"), wrong);
        }
        assertThrows(TaskException.class, () -> read(head + "bounded-cycles = -1"));
        assertThrows(TaskException.class, () -> read("top = \"d\"\ncontract = \"combinational\"\nbounded-cycles = 5"));
    }

    @Test
    void blockRamsAreThoseOfTheDeviceUnlessFewerAreAllowed() throws Exception {
        String head = "top = \"d\"\nclock = \"clk\"\ndevice = \"hx1k\"\n";
        assertEquals(16, read(head).blockRams());
        assertEquals(0, read(head + "block-rams = 0").blockRams());
        for (int wrong : List.of(-1, 17)) {
            var mistake = assertThrows(TaskException.class, () -> read(head + "block-rams = " + wrong));
            assertTrue(String.valueOf(mistake.getMessage()).contains("expected 0 to 16"), mistake::toString);
        }
    }

    @Test
    void everythingCanBeSaid() throws Exception {
        DesignTask task = read("""
                top = "d"
                clock = "c"
                reset = { name = "r", active = "low", kind = "async", cycles = 3 }
                latency = 2
                libraries = ["lib.v"]
                top-parameters = { WIDTH = 16 }
                device = "hx8k"
                recipes = ["", "-abc9 -dff"]
                proof-time = "90s"
                """);
        assertEquals(new Reset("r", false, true, 3), task.reset());
        assertEquals(2, task.latency());
        assertEquals("lib.v", String.valueOf(task.libraries().getFirst().getFileName()));
        assertEquals(Map.of("WIDTH", 16L), task.topParameters());
        assertEquals(Ice40.HX8K, task.device());
        assertEquals(List.of(List.of(), List.of("-abc9", "-dff")), task.recipes());
    }

    @Test
    void aMistakeNamesPlaceAndWhatWasExpected() {
        mistake("6:", "'parts[0].verilog.clock' is missing", "top = \"d\"");
        mistake("8:", "the contract is 'combinational'", "top = \"d\"\nclock = \"c\"\ncontract = \"combinational\"");
        mistake(
                "8:",
                "expected 'cycle-exact', 'stream' or 'combinational'",
                "top = \"d\"\ncontract = \"fast\"\nclock = \"c\"");
        mistake("9:", "Maybe 'up5k' is meant", "top = \"d\"\nclock = \"c\"\ndevice = \"up5\"");
        mistake("9:", "has the option '-json'", "top = \"d\"\nclock = \"c\"\nrecipes = [\"-json x\"]");
        mistake("9:", "which is no file of the task's folder", "top = \"d\"\nclock = \"c\"\nlibraries = [\"../x.v\"]");
        mistake(
                "9:",
                "expected 'high' or 'low'",
                "top = \"d\"\nclock = \"c\"\nreset = { name = \"r\", active = \"up\" }");
        mistake("7:", "expected a plain Verilog name", "top = \"d; rm\"\nclock = \"c\"");
        mistake("9:", "expected 0 to 64", "top = \"d\"\nclock = \"c\"\nlatency = -1");
    }

    private static final String STREAM = """
            top = "d"
            clock = "c"
            contract = "stream"
            """;

    @Test
    void streamsSayWhichPortsCarryTokens() throws Exception {
        DesignTask task = read(STREAM + """
                patience = 8
                inputs   = [{ valid = "a_valid", ready = "a_ready", data = ["a", "b"] }, { valid = "go" }]
                outputs  = [{ valid = "y_valid", data = ["y"] }]
                """);
        assertEquals(
                new Contract.Streaming(
                        List.of(
                                new TokenStream("a_valid", "a_ready", List.of("a", "b")),
                                new TokenStream("go", null, List.of())),
                        List.of(new TokenStream("y_valid", null, List.of("y"))),
                        8),
                task.contract());
    }

    @Test
    void aMistakeInAStreamIsTold() {
        String outputs = "outputs = [{ valid = \"y_valid\", data = [\"y\"] }]";
        mistake("6:", "expected the streams that leave the design", STREAM);
        mistake(
                "10:",
                "a port 'y', which has a place already".replace("a port", "the port"),
                STREAM + "inputs = [{ valid = \"v\", data = [\"y\", \"y\"] }]\n" + outputs);
        mistake("11:", "expected 1 to 4096 clock cycles", STREAM + outputs + "\npatience = 0");
        mistake("11:", "how late a token comes is free there", STREAM + outputs + "\nlatency = 2");
        mistake("11:", "its tokens may be any", STREAM + outputs + "\nassumptions = [\"y != 3\"]");
        mistake("9:", "only the contract 'stream' has it", "top = \"d\"\nclock = \"c\"\n" + outputs);
    }

    @Test
    void standardCellsComeFromALibertyFile() throws Exception {
        Files.writeString(folder.resolve("small.lib"), SmallLibrary.TEXT);
        DesignTask task = read("top = \"d\"\nclock = \"c\"\ndevice = \"liberty\"\nliberty = \"small.lib\"\n"
                + "recipes = [\"\", \"-flatten -share\"]");
        var cells = assertInstanceOf(StandardCells.class, task.device());
        assertEquals(7, cells.library().cells());
        assertEquals(List.of(List.of(), List.of("-flatten", "-share")), task.recipes());
    }

    @Test
    void aLibertyFileThatDoesNotServeIsAMistake() throws Exception {
        String head = "top = \"d\"\nclock = \"c\"\n";
        mistake("6:", "needs the file of its standard cells", head + "device = \"liberty\"");
        mistake("9:", "there is no Liberty file", head + "liberty = \"none.lib\"");
        mistake("10:", "Maybe the device should be 'liberty'", head + "device = \"up5k\"\nliberty = \"small.lib\"");
        Files.writeString(folder.resolve("small.lib"), SmallLibrary.TEXT.replace("area : 10;", ""));
        mistake("9:", "the cell DFF has no area", head + "liberty = \"small.lib\"");
        Files.writeString(folder.resolve("small.lib"), SmallLibrary.TEXT);
        mistake("10:", "has the option '-abc9'", head + "liberty = \"small.lib\"\nrecipes = [\"-abc9\"]");
    }

    private void mistake(String line, String text, String table) {
        String message = String.valueOf(
                assertThrows(TaskException.class, () -> read(table)).getMessage());
        assertTrue(message.contains(text), message);
        assertTrue(message.contains("task.toml:" + line), message);
    }

    private DesignTask read(String table) throws TaskException, IOException {
        Files.writeString(folder.resolve("d.v"), "module d; endmodule");
        Files.writeString(folder.resolve("lib.v"), "module l; endmodule");
        Files.writeString(folder.resolve("task.toml"), HEAD + table + "\n" + TAIL);
        return DesignTaskReader.read(
                TaskReader.read(folder, Set.of("verilog")).parts().getFirst());
    }
}
