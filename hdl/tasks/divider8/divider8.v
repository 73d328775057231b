// Quotient and remainder of 8-bit numbers, one division each cycle.
module divider8 (
    input  wire       clk,
    input  wire       rst,
    input  wire [7:0] dividend,
    input  wire [7:0] divisor,
    output reg  [7:0] quotient,
    output reg  [7:0] remainder
);
  always @(posedge clk) begin
    if (rst) begin
      quotient  <= 0;
      remainder <= 0;
    end else begin
      quotient  <= dividend / divisor;
      remainder <= dividend % divisor;
    end
  end
endmodule
