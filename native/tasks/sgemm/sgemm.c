/*
 * C (m x n) = A (m x k) * B (k x n), row-major.
 *
 * ORDER    0: the loops as they stand in a book; 1: k outside of n, so that rows are walked along;
 *          2: tiles in registers over packed panels (Goto and van de Geijn, "Anatomy of high-performance matrix
 *          multiplication", ACM TOMS 34(3), 2008), with
 * TILE_M   rows and
 * TILE_N   vectors of
 * VECTOR   columns of a tile,
 * BLOCK_K  the depth of a panel,
 * BLOCK_M  the rows of A that are packed at a time,
 * UNROLL   steps of k in the innermost loop.
 */
#include <stddef.h>
#include <string.h>

#ifndef ORDER
#define ORDER 0
#endif

#if ORDER == 0

void sgemm(int m, int n, int k, const float *a, const float *b, float *c) {
  for (int i = 0; i < m; i++)
    for (int j = 0; j < n; j++) {
      float sum = 0;
      for (int p = 0; p < k; p++) sum += a[(size_t)i * k + p] * b[(size_t)p * n + j];
      c[(size_t)i * n + j] = sum;
    }
}

#elif ORDER == 1

void sgemm(int m, int n, int k, const float *restrict a, const float *restrict b, float *restrict c) {
  for (int i = 0; i < m; i++) {
    float *row = c + (size_t)i * n;
    memset(row, 0, sizeof(float) * n);
    for (int p = 0; p < k; p++) {
      float scale = a[(size_t)i * k + p];
      for (int j = 0; j < n; j++) row[j] += scale * b[(size_t)p * n + j];
    }
  }
}

#else

#define WIDTH (TILE_N * VECTOR)
#define PANELS_M ((BLOCK_M + TILE_M - 1) / TILE_M)
#define MIN(x, y) ((x) < (y) ? (x) : (y))

typedef float vec __attribute__((vector_size(4 * VECTOR)));
typedef float loose __attribute__((vector_size(4 * VECTOR), aligned(4), may_alias));

/* Columns j to j + WIDTH of depth rows of B, one row behind the other, zeros where B ends. */
static void pack_b(int n, int j, int depth, const float *restrict b, float *restrict to) {
  int columns = MIN(WIDTH, n - j);
  for (int p = 0; p < depth; p++) {
    const float *from = b + (size_t)p * n + j;
    if (columns == WIDTH) {
      memcpy(to, from, sizeof(float) * WIDTH);
    } else {
      for (int x = 0; x < WIDTH; x++) to[x] = x < columns ? from[x] : 0;
    }
    to += WIDTH;
  }
}

/* TILE_M rows of A, column by column, zeros where A ends. */
static void pack_a(int k, int rows, int depth, const float *restrict a, float *restrict to) {
  for (int y = 0; y < TILE_M; y++) {
    for (int p = 0; p < depth; p++) to[p * TILE_M + y] = y < rows ? a[(size_t)y * k + p] : 0;
  }
}

/* c += a * b for one tile, which stays in registers only if every loop over it is unrolled. */
static inline __attribute__((always_inline)) void tile(
    int depth, const float *restrict a, const float *restrict b, float *restrict c, int n, int first) {
  vec sum[TILE_M][TILE_N];
#pragma GCC unroll 8
  for (int y = 0; y < TILE_M; y++)
#pragma GCC unroll 4
    for (int x = 0; x < TILE_N; x++)
      sum[y][x] = first ? (vec){0} : (vec) * (const loose *)(c + (size_t)y * n + x * VECTOR);
#if UNROLL == 4
#pragma GCC unroll 4
#elif UNROLL == 2
#pragma GCC unroll 2
#endif
  for (int p = 0; p < depth; p++) {
    vec right[TILE_N];
#pragma GCC unroll 4
    for (int x = 0; x < TILE_N; x++) right[x] = *(const vec *)(b + (size_t)p * WIDTH + x * VECTOR);
#pragma GCC unroll 8
    for (int y = 0; y < TILE_M; y++)
#pragma GCC unroll 4
      for (int x = 0; x < TILE_N; x++) sum[y][x] += a[(size_t)p * TILE_M + y] * right[x];
  }
#pragma GCC unroll 8
  for (int y = 0; y < TILE_M; y++)
#pragma GCC unroll 4
    for (int x = 0; x < TILE_N; x++) *(loose *)(c + (size_t)y * n + x * VECTOR) = (loose)sum[y][x];
}

/* The same where C ends: in a tile of its own, of which a part is kept. */
static __attribute__((noinline)) void edge(
    int depth, const float *a, const float *b, float *c, int n, int rows, int columns, int first) {
  float own[TILE_M * WIDTH] __attribute__((aligned(64)));
  for (int y = 0; y < TILE_M; y++)
    for (int x = 0; x < WIDTH; x++)
      own[y * WIDTH + x] = !first && y < rows && x < columns ? c[(size_t)y * n + x] : 0;
  tile(depth, a, b, own, WIDTH, 0);
  for (int y = 0; y < rows; y++)
    for (int x = 0; x < columns; x++) c[(size_t)y * n + x] = own[y * WIDTH + x];
}

void sgemm(int m, int n, int k, const float *a, const float *b, float *c) {
  float left[PANELS_M * TILE_M * BLOCK_K] __attribute__((aligned(64)));
  float right[BLOCK_K * WIDTH] __attribute__((aligned(64)));
  for (int p = 0; p < k; p += BLOCK_K) {
    int depth = MIN(BLOCK_K, k - p);
    for (int i0 = 0; i0 < m; i0 += PANELS_M * TILE_M) {
      int end = MIN(i0 + PANELS_M * TILE_M, m);
      for (int i = i0; i < end; i += TILE_M)
        pack_a(k, MIN(TILE_M, m - i), depth, a + (size_t)i * k + p, left + (size_t)(i - i0) * depth);
      for (int j = 0; j < n; j += WIDTH) {
        int columns = MIN(WIDTH, n - j);
        pack_b(n, j, depth, b + (size_t)p * n, right);
        for (int i = i0; i < end; i += TILE_M) {
          int rows = MIN(TILE_M, m - i);
          const float *panel = left + (size_t)(i - i0) * depth;
          float *place = c + (size_t)i * n + j;
          if (rows == TILE_M && columns == WIDTH)
            tile(depth, panel, right, place, n, p == 0);
          else
            edge(depth, panel, right, place, n, rows, columns, p == 0);
        }
      }
    }
  }
}

#endif
