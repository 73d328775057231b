package dev.ouroboros.hdl.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ouroboros.hdl.task.TokenStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamGuessTest {
    @Test
    void usualNamesAreKnown() {
        var axis = StreamGuess.of(
                List.of("s_axis_tvalid", "s_axis_tdata", "s_axis_tlast", "m_axis_tready", "mode"),
                List.of("s_axis_tready", "m_axis_tvalid", "m_axis_tdata"));
        assertEquals(
                List.of(new TokenStream("s_axis_tvalid", "s_axis_tready", List.of("s_axis_tdata", "s_axis_tlast"))),
                axis.inputs());
        assertEquals(
                List.of(new TokenStream("m_axis_tvalid", "m_axis_tready", List.of("m_axis_tdata"))), axis.outputs());
        var suffixed = StreamGuess.of(
                List.of("valid_i", "data_i", "ready_i", "flush_i"), List.of("ready_o", "valid_o", "data_o"));
        assertEquals(List.of(new TokenStream("valid_i", "ready_o", List.of("data_i"))), suffixed.inputs());
        assertEquals(List.of(new TokenStream("valid_o", "ready_i", List.of("data_o"))), suffixed.outputs());
        var plain = StreamGuess.of(List.of("in_valid", "in_a", "in_b"), List.of("out_valid", "out_sum"));
        assertEquals(List.of(new TokenStream("in_valid", null, List.of("in_a", "in_b"))), plain.inputs());
        assertEquals(
                List.of(
                        "contract = \"stream\"",
                        "inputs   = [{ valid = \"in_valid\", data = [\"in_a\", \"in_b\"] }]",
                        "outputs  = [{ valid = \"out_valid\", data = [\"out_sum\"] }]",
                        "patience = 64"),
                plain.lines());
    }

    @Test
    void withoutAStreamNothingIsProposed() {
        assertEquals(
                List.of(),
                StreamGuess.of(List.of("a", "in_valid"), List.of("y")).lines());
    }

    @Test
    void theProposalStandsInTheTaskAsAComment(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("slice.v"), """
                module slice(input clk, input rst, input in_valid, output in_ready, input [3:0] in_data,
                             output reg out_valid, input out_ready, output reg [3:0] out_data);
                  assign in_ready = !out_valid || out_ready;
                  always @(posedge clk) if (rst) out_valid <= 0; else if (in_ready) begin out_valid <= in_valid; out_data <= in_data; end
                endmodule
                """);
        String task = String.valueOf(Drafter.draft(file, null).files().get("task.toml"));
        assertTrue(task.contains("  contract = \"cycle-exact\"\n  # If only the tokens count"), task);
        assertTrue(
                task.contains(
                        "  # inputs   = [{ valid = \"in_valid\", ready = \"in_ready\", data = [\"in_data\"] }]\n"),
                task);
        assertTrue(
                task.contains(
                        "  # outputs  = [{ valid = \"out_valid\", ready = \"out_ready\", data = [\"out_data\"] }]\n"),
                task);
    }
}
