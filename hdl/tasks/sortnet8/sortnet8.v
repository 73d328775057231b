// Sorts 8 numbers of 8 bits, the smallest to the lowest place, by Batcher's odd-even merge sort of 19 exchanges.
module sortnet8 (
    input  wire [63:0] in,
    output wire [63:0] out
);
  function [7:0] min(input [7:0] a, input [7:0] b);
    min = (a < b) ? a : b;
  endfunction

  function [7:0] max(input [7:0] a, input [7:0] b);
    max = (a > b) ? a : b;
  endfunction

  wire [7:0] x0 = in[7:0],   x1 = in[15:8],  x2 = in[23:16], x3 = in[31:24];
  wire [7:0] x4 = in[39:32], x5 = in[47:40], x6 = in[55:48], x7 = in[63:56];

  // pairs
  wire [7:0] a0 = min(x0, x1), a1 = max(x0, x1);
  wire [7:0] a2 = min(x2, x3), a3 = max(x2, x3);
  wire [7:0] a4 = min(x4, x5), a5 = max(x4, x5);
  wire [7:0] a6 = min(x6, x7), a7 = max(x6, x7);

  // fours
  wire [7:0] b0 = min(a0, a2), b2 = max(a0, a2);
  wire [7:0] b1 = min(a1, a3), b3 = max(a1, a3);
  wire [7:0] b4 = min(a4, a6), b6 = max(a4, a6);
  wire [7:0] b5 = min(a5, a7), b7 = max(a5, a7);
  wire [7:0] c1 = min(b1, b2), c2 = max(b1, b2);
  wire [7:0] c5 = min(b5, b6), c6 = max(b5, b6);

  // all eight
  wire [7:0] d0 = min(b0, b4), d4 = max(b0, b4);
  wire [7:0] d1 = min(c1, c5), d5 = max(c1, c5);
  wire [7:0] d2 = min(c2, c6), d6 = max(c2, c6);
  wire [7:0] d3 = min(b3, b7), d7 = max(b3, b7);
  wire [7:0] e2 = min(d2, d4), e4 = max(d2, d4);
  wire [7:0] e3 = min(d3, d5), e5 = max(d3, d5);
  wire [7:0] f1 = min(d1, e2), f2 = max(d1, e2);
  wire [7:0] f3 = min(e3, e4), f4 = max(e3, e4);
  wire [7:0] f5 = min(e5, d6), f6 = max(e5, d6);

  assign out = {d7, f6, f5, f4, f3, f2, f1, d0};
endmodule
