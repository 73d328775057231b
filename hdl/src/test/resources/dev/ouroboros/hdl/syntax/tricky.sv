`timescale 1ns/1ps
`default_nettype none
`define WIDTH 8
`define ADD(a, b) \
    ((a) + (b))
/* a comment with module inside; and // another */
package shapes;
  typedef enum logic [1:0] {IDLE, BUSY = 2'd2, DONE} phase_t;
endpackage

(* keep_hierarchy, note = "a string; with ) marks" *)
module tricky #(
    parameter  WIDTH = `WIDTH,
    parameter integer DEPTH = 1 << 4,
    localparam logic [3:0] STEP = 4 'h_f
) (
    input  wire                    clk, rst_n,
    input  wire signed [WIDTH-1:0] a, b,
    output reg  [2*WIDTH-1:0]      y,   // a port
    output logic                   \odd$name 
);
  shapes::phase_t phase;
  reg [7:0] memory [0:DEPTH-1];
  wire [3:0][7:0] packed_bytes;
  wire x1 = a[0] & ~b[0], x2 = ^a | &b;
  wire signed [15:0] product = $signed(a) * $signed({1'b0, b[6:0]});
  assign packed_bytes[0] = 8'b1x?z_01_0, packed_bytes[3:1] = {3{8'hA5}};
  assign #1 \odd$name = a > b ? 1'b1 : '0;
  genvar i;
  generate
    for (i = 0; i < 4; i = i + 1) begin : lane
      if (i == 0) assign y[i] = x1;
      else begin : other
        assign y[i] = x2;
      end
    end
  endgenerate
  function automatic [7:0] twice(input [7:0] v);
    twice = `ADD(v, v);
  endfunction
  always @(posedge clk or negedge rst_n)
    if (!rst_n) y <= {(2*WIDTH){1'b0}};
    else begin : step
      integer k;
      y[15:8] <= #1 twice(memory[a[3:0]]);
      for (k = 0; k < 4; k++) memory[k] <= memory[k] + 1;
      casez (a[3:0])
        4'b1???, 4'b01?? : phase <= shapes::BUSY;
        default;
      endcase
    end
  always @ ( * ) begin end
  always_comb unique case (phase) IDLE: ; default: begin end endcase
  other #(.N(4), .M()) u_other (.clk, .q(), .d({a, b[7-:4]}), .*);
  initial begin $display("done \"%s\"", 1.5e-3); #10 $finish; end
  task nothing; begin end endtask
  specify (a => b) = 1; endspecify
  frobnicate the world (;
`ifdef NEVER
  wire never;
`endif
endmodule : tricky
