package dev.ouroboros.hdl.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Operators that may be wrong, and leave it to the proof. */
class GuessesTest {
    private static final String MACHINE = """
            module t(input clk, input rst, input go, output busy);
              localparam [2:0] IDLE = 3'b001, RUN = 3'b010, STOP = 3'b100;
              reg [2:0] state, next;
              always @(*) begin
                next = IDLE;
                case (state)
                  IDLE: next = go ? RUN : IDLE;
                  RUN: next = STOP;
                  default: next = IDLE;
                endcase
              end
              always @(posedge clk) if (rst) state <= IDLE; else state <= next;
              assign busy = state != IDLE;
            endmodule
            """;

    @Test
    void eitherSideOfAChoiceIsTakenForBoth() throws Exception {
        var all = Rewritten.all("dead-choices", "module t(input s, a, b, output y); assign y = s ? a : b; endmodule\n");
        assertEquals(2, all.size());
        assertTrue(all.getFirst().contains("assign y = (a);"), all::toString);
    }

    @Test
    void aBitInsideIsTakenForAConstantAPortIsNot() throws Exception {
        var all = Rewritten.all(
                "constant-bits", "module t(input a, b, output y); wire n = a & b; assign y = n | a; endmodule\n");
        assertEquals(2, all.size());
        assertTrue(all.getFirst().contains("wire n = 1'b0;"), all::toString);
    }

    @Test
    void statesAreNumberedAnew() throws Exception {
        var all = Rewritten.all("state-codes", MACHINE);
        var binary = all.getFirst();
        assertTrue(binary.contains("localparam [1:0] IDLE = 2'd0, RUN = 2'd1, STOP = 2'd2;"), binary);
        assertTrue(binary.contains("  reg [1:0] state, next;"), binary);
        assertTrue(all.get(1).contains("(* fsm_encoding = \"none\" *) reg [1:0] state, next;"), all.get(1));
    }

    @Test
    void aMachineWhoseBitsAreReadKeepsItsCodes() throws Exception {
        assertEquals(
                0,
                Rewritten.all("state-codes", MACHINE.replace("state != IDLE", "!state[0]"))
                        .size());
        assertEquals(3, Rewritten.all("exchanged-states", MACHINE).size());
    }
}
