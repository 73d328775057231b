// A low-pass filter of 8 taps of 8 bits. One sample comes in each cycle; its filtered value follows one cycle later.
module fir (
    input  wire               clk,
    input  wire               rst,
    input  wire signed [7:0]  x,
    output reg  signed [17:0] y
);
  localparam signed [7:0] C0 = -5, C1 = 11, C2 = 39, C3 = 71, C4 = 71, C5 = 39, C6 = 11, C7 = -5;

  reg signed [7:0] d1, d2, d3, d4, d5, d6, d7;

  always @(posedge clk) begin
    if (rst) begin
      d1 <= 0;
      d2 <= 0;
      d3 <= 0;
      d4 <= 0;
      d5 <= 0;
      d6 <= 0;
      d7 <= 0;
      y  <= 0;
    end else begin
      d1 <= x;
      d2 <= d1;
      d3 <= d2;
      d4 <= d3;
      d5 <= d4;
      d6 <= d5;
      d7 <= d6;
      y  <= C0 * x + C1 * d1 + C2 * d2 + C3 * d3 + C4 * d4 + C5 * d5 + C6 * d6 + C7 * d7;
    end
  end
endmodule
