// The CRC-32 of Ethernet, one byte each cycle.
module crc32 (
    input  wire        clk,
    input  wire        rst,
    input  wire        valid,
    input  wire [7:0]  data,
    output wire [31:0] crc
);
  reg [31:0] state;

  function [31:0] next(input [31:0] now, input [7:0] byte_in);
    integer i;
    begin
      next = now ^ {24'd0, byte_in};
      for (i = 0; i < 8; i = i + 1) begin
        if (next[0])
          next = (next >> 1) ^ 32'hEDB88320;
        else
          next = next >> 1;
      end
    end
  endfunction

  always @(posedge clk) begin
    if (rst)
      state <= 32'hFFFFFFFF;
    else if (valid)
      state <= next(state, data);
  end

  assign crc = ~state;
endmodule
