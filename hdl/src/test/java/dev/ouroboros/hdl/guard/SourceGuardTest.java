package dev.ouroboros.hdl.guard;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`ifdef VERILATOR\n assign y = a;\n`endif",
                "`ifndef SYNTHESIS\n`endif",
                "assign y = `VERILATOR;",
                "`define YOSYS 0",
                "// synthesis translate_off",
                "/* verilator lint_off */",
                "/* synopsys full_case */",
                "(* full_case *) case (a)",
                "(* keep, blackbox *) module m;",
                "initial $readmemh(\"vectors\", m);",
                "assign y = $random;",
                "initial $system(\"true\");",
                "always @* $c(\"exit(0);\");",
                "import \"DPI-C\" function int f();",
                "initial $finish;",
                "initial $display(\"PASSED\");",
                "assign y = a === 1'bx;",
                "assign #3 y = a;",
                "assign y = `` a;",
                "`include \"/etc/passwd\"",
                "`include \"../other.v\"",
                "`line 3 \"x\" 0",
                "wand y;",
                "initial force y = 1;",
                "assign y = \u00e9;",
                "/* no end"
            })
    void whatToolsMayReadDifferentlyIsRefused(String source) {
        var suspicion =
                assertThrows(Suspicion.class, () -> SourceGuard.check("m.v", "module m;\n" + source + "\nendmodule"));
        assertTrue(String.valueOf(suspicion.getMessage()).startsWith("m.v:"), suspicion::getMessage);
    }

    @Test
    void theLineOfWhatIsRefusedIsNamed() {
        var suspicion =
                assertThrows(Suspicion.class, () -> SourceGuard.check("m.v", "module m;\n\n/*\n*/ initial $stop;"));
        assertTrue(String.valueOf(suspicion.getMessage()).startsWith("m.v:4: refused: $stop"), suspicion::getMessage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`default_nettype none\n`timescale 1ns / 1ps",
                "`define WIDTH 8\nwire [`WIDTH-1:0] w;",
                "`include \"widths.vh\"",
                "(* keep *) wire w; (* ram_style = \"block\" *) reg [7:0] m [0:255];",
                "always @(*) y = a; always @ (*) z = (a)*(b);",
                "localparam N = $clog2(W); assign y = $signed(a) >>> 2;",
                "// the synthesis of two ideas",
                "fifo #(.DEPTH(4)) f(.a(a)); \\odd+name  g();",
                "assign s = \"a string, // no comment\";",
                "if (a == b && c != d) y <= a <= b;"
            })
    void whatIsHonestPasses(String source) {
        assertDoesNotThrow(() -> SourceGuard.check("m.v", "module m;\n" + source + "\nendmodule"));
    }
}
