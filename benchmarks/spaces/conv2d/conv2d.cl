// A layer of 3 x 3 convolutions over several channels:
//   out[o][y][x] = sum over c, i < 3, j < 3 of weight[o][c][i][j] * in[c][y + i][x + j],
// in is c x (h + 2) x (w + 2), out is o x h x w.
//
// With the default parameters these are the loops one writes first. Other values:
//
//   WG_X, WG_Y  work-items in a work-group, along columns and rows of the output
//   CHANNELS    output channels that a work-item computes together
//   ROWS        output rows, likewise
//   VECTOR      output columns, likewise
//   BLOCK       input channels that the group copies into local memory at a time; 0: none
//   WEIGHTS     1: the group copies the weights of these channels there as well
//   FILTER      1: unroll the loops over the filter, 0: do not
//
// The host starts ceil(w / TILE_X) x ceil(h / TILE_Y) x ceil(o / CHANNELS) groups.
#ifndef WG_X
#define WG_X 1
#endif
#ifndef WG_Y
#define WG_Y 1
#endif
#ifndef CHANNELS
#define CHANNELS 1
#endif
#ifndef ROWS
#define ROWS 1
#endif
#ifndef VECTOR
#define VECTOR 1
#endif
#ifndef BLOCK
#define BLOCK 0
#endif
#ifndef WEIGHTS
#define WEIGHTS 0
#endif
#ifndef FILTER
#define FILTER 0
#endif

#define TILE_X (WG_X * VECTOR)
#define TILE_Y (WG_Y * ROWS)
#define ITEMS (WG_X * WG_Y)
#define PITCH (TILE_X + 2)
#define EVERY(i, count) __attribute__((opencl_unroll_hint(count))) for (int i = 0; i < (count); i++)
#if FILTER
#define TAPS(i) EVERY(i, 3)
#else
#define TAPS(i) __attribute__((opencl_unroll_hint(1))) for (int i = 0; i < 3; i++)
#endif

#if VECTOR == 1
#define VEC float
#define LOAD(from) (*(from))
#define STORE(value, to) (*(to) = (value))
#elif VECTOR == 8
#define VEC float8
#define LOAD(from) vload8(0, from)
#define STORE(value, to) vstore8(value, 0, to)
#else
#define VEC float16
#define LOAD(from) vload16(0, from)
#define STORE(value, to) vstore16(value, 0, to)
#endif

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void conv2d(__global const float *restrict in, __global const float *restrict weight, __global float *restrict out,
            const int w, const int h, const int c, const int o) {
  const int lx = get_local_id(0), ly = get_local_id(1);
  const int group_x = get_group_id(0) * TILE_X, group_y = get_group_id(1) * TILE_Y;
  const int x = group_x + lx * VECTOR, y = group_y + ly * ROWS, first = get_group_id(2) * CHANNELS;
  const int width = w + 2, height = h + 2;

  // A tile that hangs over the edge takes the plain loops.
  if (group_x + TILE_X > w || group_y + TILE_Y > h || first + CHANNELS > o) {
    for (int to = first; to < min(first + CHANNELS, o); to++) {
      for (int row = y; row < min(y + ROWS, h); row++) {
        for (int column = x; column < min(x + VECTOR, w); column++) {
          float sum = 0.0f;
          for (int from = 0; from < c; from++) {
            for (int i = 0; i < 9; i++) {
              sum += weight[(to * c + from) * 9 + i] * in[(size_t)(from * height + row + i / 3) * width + column + i % 3];
            }
          }
          out[(size_t)(to * h + row) * w + column] = sum;
        }
      }
    }
    return;
  }

#if BLOCK
  __local float tile[BLOCK][(TILE_Y + 2) * PITCH] __attribute__((aligned(64)));
  const int item = ly * WG_X + lx;
#if WEIGHTS
  __local float taps[CHANNELS][BLOCK * 9];
#endif
#endif

  VEC sum[CHANNELS][ROWS];
  EVERY(to, CHANNELS) {
    EVERY(r, ROWS) sum[to][r] = (VEC)(0.0f);
  }

#if BLOCK
#define PIXELS(r, i, j) LOAD(tile[from] + (ly * ROWS + (r) + (i)) * PITCH + lx * VECTOR + (j))
#else
#define PIXELS(r, i, j) LOAD(in + (size_t)(from * height + y + (r) + (i)) * width + x + (j))
#endif
#if BLOCK && WEIGHTS
#define TAP(to, i, j) taps[to][from * 9 + (i) * 3 + (j)]
#elif BLOCK
#define TAP(to, i, j) weight[((first + (to)) * c + block + from) * 9 + (i) * 3 + (j)]
#else
#define TAP(to, i, j) weight[((first + (to)) * c + from) * 9 + (i) * 3 + (j)]
#endif

#if BLOCK
  for (int block = 0; block < c; block += BLOCK) {
    const int channels = min(BLOCK, c - block);
    for (int k = item; k < channels * (TILE_Y + 2); k += ITEMS) {
      const int from = k / (TILE_Y + 2), row = k % (TILE_Y + 2);
      __global const float *source = in + (size_t)((block + from) * height + group_y + row) * width + group_x;
      for (int s = 0; s < PITCH; s++) tile[from][row * PITCH + s] = source[s];
    }
#if WEIGHTS
    for (int k = item; k < CHANNELS * channels * 9; k += ITEMS) {
      const int to = k / (channels * 9), tap = k % (channels * 9);
      taps[to][tap] = weight[((first + to) * c + block) * 9 + tap];
    }
#endif
    barrier(CLK_LOCAL_MEM_FENCE);
#else
    const int channels = c;
#endif
    for (int from = 0; from < channels; from++) {
      TAPS(i) {
        TAPS(j) {
          VEC pixels[ROWS];
          EVERY(r, ROWS) pixels[r] = PIXELS(r, i, j);
          EVERY(to, CHANNELS) {
            const VEC factor = (VEC)(TAP(to, i, j));
            EVERY(r, ROWS) sum[to][r] = fma(factor, pixels[r], sum[to][r]);
          }
        }
      }
    }
#if BLOCK
    barrier(CLK_LOCAL_MEM_FENCE);
  }
#endif

  EVERY(to, CHANNELS) {
    EVERY(r, ROWS) STORE(sum[to][r], out + (size_t)((first + to) * h + y + r) * w + x);
  }
}
