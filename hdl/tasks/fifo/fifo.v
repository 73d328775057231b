// A queue of 16 bytes. The oldest byte shows at rdata as long as the queue is not empty.
module fifo (
    input  wire       clk,
    input  wire       rst,
    input  wire       write,
    input  wire [7:0] wdata,
    input  wire       read,
    output wire [7:0] rdata,
    output wire       full,
    output wire       empty,
    output reg  [4:0] count
);
  reg [7:0] memory [0:15];
  reg [3:0] write_at, read_at;

  assign full  = (count == 16);
  assign empty = (count == 0);
  assign rdata = memory[read_at];

  wire do_write = write && !full;
  wire do_read  = read && !empty;

  always @(posedge clk) begin
    if (do_write)
      memory[write_at] <= wdata;
  end

  always @(posedge clk) begin
    if (rst) begin
      write_at <= 0;
      read_at  <= 0;
      count    <= 0;
    end else begin
      if (do_write)
        write_at <= write_at + 1;
      if (do_read)
        read_at <= read_at + 1;
      if (do_write && !do_read)
        count <= count + 1;
      else if (do_read && !do_write)
        count <= count - 1;
    end
  end
endmodule
