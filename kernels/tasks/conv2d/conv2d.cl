// Two-dimensional convolution of one channel ("valid": no padding, the filter is not mirrored):
//   out[y][x] = sum over i < fh, j < fw of filter[i][j] * in[y + i][x + j],  out is (h - fh + 1) x (w - fw + 1).
//
// With the default parameters this is the loop one writes first. Other values turn on, one by one:
//
//   WG_X, WG_Y   work-items in a work-group, along columns and rows of the output
//   TILE_Y       output rows that a work-item keeps in registers
//   TILE_X       vectors in each of those rows
//   VECTOR       floats in a vector: 1, 2, 4, 8 or 16
//   STEPS_Y      register tiles that a work-item walks down, one below the other
//   STAGE        1: the group copies the pixels it needs into local memory first
//   WINDOW       1: walk down each filter column with a sliding window of pixel rows in registers, so that a pixel is
//                loaded once for all the rows of a tile; 0: load it anew for each
//   UNROLL       unrolling of the innermost loop; 1 leaves it to the compiler
//
// The host starts ceil(out width / GROUP_X) x ceil(out height / GROUP_Y) groups of WG_X x WG_Y work-items.
#ifndef WG_X
#define WG_X 1
#endif
#ifndef WG_Y
#define WG_Y 1
#endif
#ifndef TILE_Y
#define TILE_Y 1
#endif
#ifndef TILE_X
#define TILE_X 1
#endif
#ifndef VECTOR
#define VECTOR 1
#endif
#ifndef STEPS_Y
#define STEPS_Y 1
#endif
#ifndef STAGE
#define STAGE 0
#endif
#ifndef WINDOW
#define WINDOW 0
#endif
#ifndef UNROLL
#define UNROLL 1
#endif

#define COLUMNS (TILE_X * VECTOR)
#define GROUP_X (WG_X * COLUMNS)
#define GROUP_Y (WG_Y * STEPS_Y * TILE_Y)

#if VECTOR == 1
#define VEC float
#define LOAD(from) (*(from))
#define STORE(value, to) (*(to) = (value))
#elif VECTOR == 2
#define VEC float2
#define LOAD(from) vload2(0, from)
#define STORE(value, to) vstore2(value, 0, to)
#elif VECTOR == 4
#define VEC float4
#define LOAD(from) vload4(0, from)
#define STORE(value, to) vstore4(value, 0, to)
#elif VECTOR == 8
#define VEC float8
#define LOAD(from) vload8(0, from)
#define STORE(value, to) vstore8(value, 0, to)
#else
#define VEC float16
#define LOAD(from) vload16(0, from)
#define STORE(value, to) vstore16(value, 0, to)
#endif

// Arrays of vectors become registers only if every loop over them is unrolled completely.
#define EVERY(i, count) __attribute__((opencl_unroll_hint(count))) for (int i = 0; i < (count); i++)
#if UNROLL > 1
#define UNROLLED __attribute__((opencl_unroll_hint(UNROLL)))
#else
#define UNROLLED
#endif

#if TILE_Y * COLUMNS * STEPS_Y == 1 && !STAGE && !WINDOW

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void conv2d(__global const float *restrict in, __global const float *restrict filter, __global float *restrict out,
            const int w, const int h, const int fw, const int fh) {
  const int x = get_global_id(0), y = get_global_id(1);
  if (x > w - fw || y > h - fh) return;
  float sum = 0.0f;
  for (int i = 0; i < fh; i++) {
    UNROLLED
    for (int j = 0; j < fw; j++) sum += filter[i * fw + j] * in[(size_t)(y + i) * w + x + j];
  }
  out[(size_t)y * (w - fw + 1) + x] = sum;
}

#else

#if STAGE
// Local memory has a fixed size, so it serves filters up to this width and height; larger ones take the plain loop.
#define STAGED_FILTER 32
#define STAGED_WIDTH (GROUP_X + STAGED_FILTER)
#define STAGED_HEIGHT (GROUP_Y + STAGED_FILTER)
#define IN_SPACE __local
#else
#define IN_SPACE __global
#endif

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void conv2d(__global const float *restrict in, __global const float *restrict filter, __global float *restrict out,
            const int w, const int h, const int fw, const int fh) {
  const int out_w = w - fw + 1, out_h = h - fh + 1;
  const int group_x = get_group_id(0) * GROUP_X, group_y = get_group_id(1) * GROUP_Y;

#if STAGE
  __local float staged[STAGED_HEIGHT * STAGED_WIDTH] __attribute__((aligned(64)));
  const int plain = fw > STAGED_FILTER || fh > STAGED_FILTER;
  if (!plain) {
    const int exist = min(GROUP_X + fw - 1, w - group_x);
    for (int r = get_local_id(1) * WG_X + get_local_id(0); r < GROUP_Y + fh - 1; r += WG_X * WG_Y) {
      __global const float *from = in + (size_t)min(group_y + r, h - 1) * w + group_x;
      __local float *to = staged + r * STAGED_WIDTH;
      for (int s = 0; s < exist; s++) to[s] = from[s];
      // Tiles that hang over the edge of the image read these, but their results are not stored.
      for (int s = exist; s < GROUP_X + fw - 1; s++) to[s] = 0.0f;
    }
  }
  barrier(CLK_LOCAL_MEM_FENCE);
#else
  const int plain = out_w < COLUMNS || out_h < TILE_Y;
#endif

  const int x = group_x + get_local_id(0) * COLUMNS;
  for (int step = 0; step < STEPS_Y; step++) {
    const int y = group_y + (get_local_id(1) * STEPS_Y + step) * TILE_Y;
    if (x >= out_w || y >= out_h) continue;

    if (plain) {
      for (int r = y; r < min(y + TILE_Y, out_h); r++) {
        for (int s = x; s < min(x + COLUMNS, out_w); s++) {
          float sum = 0.0f;
          for (int i = 0; i < fh; i++) {
            for (int j = 0; j < fw; j++) sum += filter[i * fw + j] * in[(size_t)(r + i) * w + s + j];
          }
          out[(size_t)r * out_w + s] = sum;
        }
      }
      continue;
    }

#if STAGE
    const int left = x, top = y, pitch = STAGED_WIDTH;
    IN_SPACE const float *corner = staged + (y - group_y) * STAGED_WIDTH + x - group_x;
#else
    // A tile that would hang over the edge is moved back inside; of its results only its own part is stored.
    const int left = min(x, out_w - COLUMNS), top = min(y, out_h - TILE_Y), pitch = w;
    IN_SPACE const float *corner = in + (size_t)top * w + left;
#endif

    VEC sum[TILE_Y][TILE_X];
    EVERY(r, TILE_Y) {
      EVERY(s, TILE_X) sum[r][s] = (VEC)(0.0f);
    }
#if WINDOW
    for (int j = 0; j < fw; j++) {
      IN_SPACE const float *from = corner + j;
      VEC pixel[TILE_Y][TILE_X];
      // The loop moves the window before it uses it: its rows start one place late.
      EVERY(r, TILE_Y) {
        if (r == 0) continue;
        EVERY(s, TILE_X) pixel[r][s] = LOAD(from + s * VECTOR);
        from += pitch;
      }
      UNROLLED
      for (int i = 0; i < fh; i++) {
        EVERY(r, TILE_Y) {
          if (r == 0) continue;
          EVERY(s, TILE_X) pixel[r - 1][s] = pixel[r][s];
        }
        EVERY(s, TILE_X) pixel[TILE_Y - 1][s] = LOAD(from + s * VECTOR);
        from += pitch;
        const VEC weight = (VEC)(filter[i * fw + j]);
        EVERY(r, TILE_Y) {
          EVERY(s, TILE_X) sum[r][s] = fma(weight, pixel[r][s], sum[r][s]);
        }
      }
    }
#else
    for (int i = 0; i < fh; i++) {
      IN_SPACE const float *from = corner + (size_t)i * pitch;
      UNROLLED
      for (int j = 0; j < fw; j++) {
        const VEC weight = (VEC)(filter[i * fw + j]);
        EVERY(r, TILE_Y) {
          EVERY(s, TILE_X) sum[r][s] = fma(weight, LOAD(from + (size_t)r * pitch + j + s * VECTOR), sum[r][s]);
        }
      }
    }
#endif

    EVERY(r, TILE_Y) {
      if (top + r >= y && top + r < out_h) {
        __global float *to = out + (size_t)(top + r) * out_w + left;
        if (left == x && left + COLUMNS <= out_w) {
          EVERY(s, TILE_X) STORE(sum[r][s], to + s * VECTOR);
        } else {
          float line[COLUMNS];
          EVERY(s, TILE_X) STORE(sum[r][s], line + s * VECTOR);
          for (int s = x - left; s < min(COLUMNS, out_w - left); s++) to[s] = line[s];
        }
      }
    }
  }
}

#endif
