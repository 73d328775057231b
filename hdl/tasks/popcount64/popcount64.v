// How many of 64 bits are set.
module popcount64 (
    input  wire [63:0] x,
    output reg  [6:0]  count
);
  integer i;

  always @* begin
    count = 0;
    for (i = 0; i < 64; i = i + 1)
      count = count + x[i];
  end
endmodule
