// Receives bytes from a serial line: one start bit, 8 data bits, one stop bit. Made for 12 MHz and 115200 baud.
module uart_rx #(
    parameter CLOCKS_PER_BIT = 104
) (
    input  wire       clk,
    input  wire       rst,
    input  wire       rx,
    output reg  [7:0] data,
    output reg        valid
);
  localparam IDLE = 3'd0, START = 3'd1, DATA = 3'd2, STOP = 3'd3, DONE = 3'd4;

  reg        rx_meta, rx_sync;
  reg [2:0]  state;
  reg [15:0] clock_count;
  reg [2:0]  bit_index;

  always @(posedge clk) begin
    if (rst) begin
      rx_meta     <= 1;
      rx_sync     <= 1;
      state       <= IDLE;
      clock_count <= 0;
      bit_index   <= 0;
      data        <= 0;
      valid       <= 0;
    end else begin
      rx_meta <= rx;
      rx_sync <= rx_meta;
      case (state)
        IDLE: begin
          valid       <= 0;
          clock_count <= 0;
          bit_index   <= 0;
          if (rx_sync == 0)
            state <= START;
        end
        START:
          // look again in the middle of the start bit
          if (clock_count == (CLOCKS_PER_BIT - 1) / 2) begin
            if (rx_sync == 0) begin
              clock_count <= 0;
              state       <= DATA;
            end else
              state <= IDLE;
          end else
            clock_count <= clock_count + 1;
        DATA:
          if (clock_count < CLOCKS_PER_BIT - 1)
            clock_count <= clock_count + 1;
          else begin
            clock_count     <= 0;
            data[bit_index] <= rx_sync;
            if (bit_index < 7)
              bit_index <= bit_index + 1;
            else begin
              bit_index <= 0;
              state     <= STOP;
            end
          end
        STOP:
          if (clock_count < CLOCKS_PER_BIT - 1)
            clock_count <= clock_count + 1;
          else begin
            clock_count <= 0;
            valid       <= 1;
            state       <= DONE;
          end
        DONE: begin
          valid <= 0;
          state <= IDLE;
        end
        default: state <= IDLE;
      endcase
    end
  end
endmodule
