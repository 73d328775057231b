// C = A * B for 4x4 matrices of signed 8-bit numbers. Rows of A come in from the left and columns of B from the top, each
// one cycle later than the one before it; every cell keeps one sum.
module systolic (
    input  wire        clk,
    input  wire        rst,
    input  wire [31:0] a,    // one number for each row
    input  wire [31:0] b,    // one number for each column
    input  wire [1:0]  row,  // which sum to show
    input  wire [1:0]  col,
    output wire [17:0] c
);
  wire [7:0]  right [0:3][0:4];
  wire [7:0]  down  [0:4][0:3];
  wire [17:0] sum   [0:15];

  genvar i, j;
  generate
    for (i = 0; i < 4; i = i + 1) begin : rows
      assign right[i][0] = a[8*i +: 8];
      assign down[0][i]  = b[8*i +: 8];
      for (j = 0; j < 4; j = j + 1) begin : cols
        cell_mac mac (
            .clk(clk),
            .rst(rst),
            .a_in(right[i][j]),
            .b_in(down[i][j]),
            .a_out(right[i][j+1]),
            .b_out(down[i+1][j]),
            .sum(sum[4*i+j])
        );
      end
    end
  endgenerate

  assign c = sum[{row, col}];
endmodule

module cell_mac (
    input  wire               clk,
    input  wire               rst,
    input  wire signed [7:0]  a_in,
    input  wire signed [7:0]  b_in,
    output reg  signed [7:0]  a_out,
    output reg  signed [7:0]  b_out,
    output reg  signed [17:0] sum
);
  always @(posedge clk) begin
    if (rst) begin
      a_out <= 0;
      b_out <= 0;
      sum   <= 0;
    end else begin
      a_out <= a_in;
      b_out <= b_in;
      sum   <= sum + a_in * b_in;
    end
  end
endmodule
