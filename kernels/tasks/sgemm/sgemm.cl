// C = A * B in single precision, row-major: A is m x k, B is k x n, C is m x n.
//
// With the default parameters this is the loop one writes first. Other values turn on the classic ladder of a fast
// matrix product, one rung each, so that a search can climb it in single steps:
//
//   WG_X, WG_Y   work-items in a work-group, along columns and rows of C
//   TILE_M       rows of C that a work-item keeps in registers
//   TILE_N       vectors of C in each of those rows
//   VECTOR       floats in a vector: 1, 2, 4, 8 or 16
//   STEPS_M      register tiles that a work-item walks down, one below the other
//   BLOCK_K      depth of one pass over A and B, so that what a group reads stays in cache; 0: the whole depth at once
//   PACK_B       1: the group copies its block of B into contiguous local memory first (needs BLOCK_K)
//   UNROLL       unrolling of the innermost loop; 1 leaves it to the compiler
//
// The host starts ceil(n / GROUP_N) x ceil(m / GROUP_M) groups of WG_X x WG_Y work-items.
#ifndef WG_X
#define WG_X 1
#endif
#ifndef WG_Y
#define WG_Y 1
#endif
#ifndef TILE_M
#define TILE_M 1
#endif
#ifndef TILE_N
#define TILE_N 1
#endif
#ifndef VECTOR
#define VECTOR 1
#endif
#ifndef STEPS_M
#define STEPS_M 1
#endif
#ifndef BLOCK_K
#define BLOCK_K 0
#endif
#ifndef PACK_B
#define PACK_B 0
#endif
#ifndef UNROLL
#define UNROLL 1
#endif

#define COLUMNS (TILE_N * VECTOR)
#define GROUP_M (WG_Y * STEPS_M * TILE_M)
#define GROUP_N (WG_X * COLUMNS)

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

#if TILE_M * COLUMNS * STEPS_M == 1 && BLOCK_K == 0

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void sgemm(__global const float *restrict a, __global const float *restrict b, __global float *restrict c,
           const int m, const int n, const int k) {
  const int row = get_global_id(1), column = get_global_id(0);
  if (row >= m || column >= n) return;
  float sum = 0.0f;
  UNROLLED
  for (int i = 0; i < k; i++) sum += a[(size_t)row * k + i] * b[(size_t)i * n + column];
  c[(size_t)row * n + column] = sum;
}

#else

#if BLOCK_K > 0
#define DEPTH BLOCK_K
#else
#define DEPTH k
#endif

#if PACK_B
#define B_SPACE __local
#else
#define B_SPACE __global
#endif

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void sgemm(__global const float *restrict a, __global const float *restrict b, __global float *restrict c,
           const int m, const int n, const int k) {
  const int group_row = get_group_id(1) * GROUP_M;
  const int column = get_group_id(0) * GROUP_N + get_local_id(0) * COLUMNS;
  // How many of the tile's columns exist; zero or less in work-items beyond the right edge.
  const int columns = min(COLUMNS, n - column);
#if PACK_B
  // One panel for each column of work-items, in the order in which its tile reads it.
  __local float packed[WG_X * BLOCK_K * COLUMNS] __attribute__((aligned(64)));
  __local float *panel = packed + get_local_id(0) * BLOCK_K * COLUMNS;
  const int skipped = 0;
#else
  // At the right edge the tile is moved left so that whole vectors can be read, and only its last columns are stored.
  const int skipped = COLUMNS - columns;
#endif

  for (int start = 0; start < k; start += DEPTH) {
    const int depth = min((int)DEPTH, k - start);

#if PACK_B
    for (int i = get_local_id(1); i < depth; i += WG_Y) {
      __global const float *from = b + (size_t)(start + i) * n + column;
      __local float *to = panel + i * COLUMNS;
      if (columns == COLUMNS) {
        EVERY(j, TILE_N) STORE(LOAD(from + j * VECTOR), to + j * VECTOR);
      } else {
        for (int j = 0; j < COLUMNS; j++) to[j] = j < columns ? from[j] : 0.0f;
      }
    }
#endif
#if BLOCK_K > 0
    barrier(CLK_LOCAL_MEM_FENCE);
#endif

    for (int step = 0; step < STEPS_M; step++) {
      const int row = group_row + (get_local_id(1) * STEPS_M + step) * TILE_M;
      if (row >= m || columns <= 0) continue;

#if !PACK_B
      if (n < COLUMNS) {  // not even a tile that is moved left fits
        for (int i = row; i < min(row + TILE_M, m); i++) {
          for (int j = column; j < n; j++) {
            float sum = start ? c[(size_t)i * n + j] : 0.0f;
            for (int x = start; x < start + depth; x++) sum += a[(size_t)i * k + x] * b[(size_t)x * n + j];
            c[(size_t)i * n + j] = sum;
          }
        }
        continue;
      }
#endif

      // Rows below the last one repeat it: they cost nothing extra inside the loop and are not stored.
      __global const float *left[TILE_M];
      EVERY(i, TILE_M) left[i] = a + (size_t)min(row + i, m - 1) * k + start;
#if PACK_B
      B_SPACE const float *right = panel;
      const size_t pitch = COLUMNS;
#else
      B_SPACE const float *right = b + (size_t)start * n + column - skipped;
      const size_t pitch = n;
#endif

      VEC sum[TILE_M][TILE_N];
      EVERY(i, TILE_M) {
        EVERY(j, TILE_N) sum[i][j] = (VEC)(0.0f);
      }
      UNROLLED
      for (int x = 0; x < depth; x++) {
        VEC y[TILE_N];
        EVERY(j, TILE_N) y[j] = LOAD(right + x * pitch + j * VECTOR);
        EVERY(i, TILE_M) {
          const VEC factor = (VEC)(left[i][x]);
          EVERY(j, TILE_N) sum[i][j] = fma(factor, y[j], sum[i][j]);
        }
      }

      EVERY(i, TILE_M) {
        if (row + i < m) {
          __global float *to = c + (size_t)(row + i) * n + column;
          if (columns == COLUMNS) {
            EVERY(j, TILE_N) {
              // The first pass must not read C, which holds anything; later ones add to it.
              const VEC before = start ? LOAD(to + j * VECTOR) : (VEC)(0.0f);
              STORE(before + sum[i][j], to + j * VECTOR);
            }
          } else {
            float line[COLUMNS];
            EVERY(j, TILE_N) STORE(sum[i][j], line + j * VECTOR);
            for (int j = 0; j < columns; j++) to[j] = line[skipped + j] + (start ? to[j] : 0.0f);
          }
        }
      }
    }
#if BLOCK_K > 0
    barrier(CLK_LOCAL_MEM_FENCE);
#endif
  }
}

#endif
