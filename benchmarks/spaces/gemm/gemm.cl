// C = A * B in single precision, row-major; A is m x k, B is k x n.
//
// With the default parameters this is the loop one writes first. Other values:
//
//   WG_X, WG_Y  work-items in a work-group, along columns and rows of C
//   ROWS        rows of C that a work-item keeps in registers
//   COLS        vectors in each of those rows
//   VECTOR      floats in a vector
//   BLOCK       steps of k that are taken together: the depth of a tile in local memory
//   STAGE       what the group copies into local memory: 0 nothing, 1 its part of B, 2 its parts of A and B
//   UNROLL      unrolling of the loop over k; 1 leaves it to the compiler
//
// The host starts ceil(n / TILE_X) x ceil(m / TILE_Y) groups.
#ifndef WG_X
#define WG_X 1
#endif
#ifndef WG_Y
#define WG_Y 1
#endif
#ifndef ROWS
#define ROWS 1
#endif
#ifndef COLS
#define COLS 1
#endif
#ifndef VECTOR
#define VECTOR 1
#endif
#ifndef BLOCK
#define BLOCK 16
#endif
#ifndef STAGE
#define STAGE 0
#endif
#ifndef UNROLL
#define UNROLL 1
#endif

#define ITEM_X (COLS * VECTOR)
#define TILE_X (WG_X * ITEM_X)
#define TILE_Y (WG_Y * ROWS)
#define ITEMS (WG_X * WG_Y)
#define EVERY(i, count) __attribute__((opencl_unroll_hint(count))) for (int i = 0; i < (count); i++)
#if UNROLL > 1
#define UNROLLED __attribute__((opencl_unroll_hint(UNROLL)))
#else
#define UNROLLED
#endif

#if VECTOR == 1
#define VEC float
#define LOAD(from) (*(from))
#define STORE(value, to) (*(to) = (value))
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

#if STAGE == 2
#define A_AT(r, p) a_tile[(item_y * ROWS + (r)) * BLOCK + (p)]
#else
#define A_AT(r, p) a[(size_t)(y + (r)) * k + k0 + (p)]
#endif
#if STAGE > 0
#define B_AT(p, s) (b_tile + (p) * TILE_X + item_x * ITEM_X + (s) * VECTOR)
#else
#define B_AT(p, s) (b + (size_t)(k0 + (p)) * n + x + (s) * VECTOR)
#endif

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void gemm(__global const float *restrict a, __global const float *restrict b, __global float *restrict c, const int m,
          const int n, const int k) {
  const int item_x = get_local_id(0), item_y = get_local_id(1);
  const int group_x = get_group_id(0) * TILE_X, group_y = get_group_id(1) * TILE_Y;
  const int x = group_x + item_x * ITEM_X, y = group_y + item_y * ROWS;

  // A tile that hangs over the edge takes the plain loop.
  if (group_x + TILE_X > n || group_y + TILE_Y > m) {
    for (int row = y; row < min(y + ROWS, m); row++) {
      for (int column = x; column < min(x + ITEM_X, n); column++) {
        float sum = 0.0f;
        for (int p = 0; p < k; p++) sum += a[(size_t)row * k + p] * b[(size_t)p * n + column];
        c[(size_t)row * n + column] = sum;
      }
    }
    return;
  }

#if STAGE == 2
  __local float a_tile[TILE_Y * BLOCK] __attribute__((aligned(64)));
#endif
#if STAGE > 0
  __local float b_tile[BLOCK * TILE_X] __attribute__((aligned(64)));
  const int item = item_y * WG_X + item_x;
#endif

  VEC sum[ROWS][COLS];
  EVERY(r, ROWS) {
    EVERY(s, COLS) sum[r][s] = (VEC)(0.0f);
  }
  for (int k0 = 0; k0 < k; k0 += BLOCK) {
    const int depth = min(BLOCK, k - k0);
#if STAGE == 2
    for (int i = item; i < TILE_Y * depth; i += ITEMS) {
      a_tile[i / depth * BLOCK + i % depth] = a[(size_t)(group_y + i / depth) * k + k0 + i % depth];
    }
#endif
#if STAGE > 0
    for (int i = item; i < TILE_X / VECTOR * depth; i += ITEMS) {
      const int p = i / (TILE_X / VECTOR), s = i % (TILE_X / VECTOR) * VECTOR;
      STORE(LOAD(b + (size_t)(k0 + p) * n + group_x + s), b_tile + p * TILE_X + s);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
#endif
    UNROLLED
    for (int p = 0; p < depth; p++) {
      VEC row[COLS];
      EVERY(s, COLS) row[s] = LOAD(B_AT(p, s));
      EVERY(r, ROWS) {
        const VEC factor = (VEC)(A_AT(r, p));
        EVERY(s, COLS) sum[r][s] = fma(factor, row[s], sum[r][s]);
      }
    }
#if STAGE > 0
    barrier(CLK_LOCAL_MEM_FENCE);
#endif
  }
  EVERY(r, ROWS) {
    EVERY(s, COLS) STORE(sum[r][s], c + (size_t)(y + r) * n + x + s * VECTOR);
  }
}
