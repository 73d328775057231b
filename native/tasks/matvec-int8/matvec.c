/*
 * y = A * x, A with m rows of n, row-major.
 *
 * WIDE    0: the loop one writes first; else the products of so many columns at a time, in 16 and then 32 bits,
 * ROWS    rows that share what was read of x, their sums in registers,
 * UNROLL  steps of the inner loop.
 */
#include <stddef.h>
#include <stdint.h>

#ifndef WIDE
#define WIDE 0
#endif

#if WIDE == 0

void matvec(int m, int n, const int8_t *a, const int8_t *x, int32_t *y) {
  for (int i = 0; i < m; i++) {
    int32_t sum = 0;
    for (int j = 0; j < n; j++) sum += a[(size_t)i * n + j] * x[j];
    y[i] = sum;
  }
}

#else

typedef int8_t narrow __attribute__((vector_size(WIDE), aligned(1), may_alias));
typedef int16_t middle __attribute__((vector_size(2 * WIDE)));
typedef int32_t wide __attribute__((vector_size(4 * WIDE)));

static inline __attribute__((always_inline)) void rows(
    int count, int n, const int8_t *restrict a, const int8_t *restrict x, int32_t *restrict y) {
  wide sum[ROWS];
#pragma GCC unroll 8
  for (int r = 0; r < count; r++) sum[r] = (wide){0};
  int j = 0;
#if UNROLL == 4
#pragma GCC unroll 4
#elif UNROLL == 2
#pragma GCC unroll 2
#endif
  for (; j + WIDE <= n; j += WIDE) {
    middle right = __builtin_convertvector(*(const narrow *)(x + j), middle);
#pragma GCC unroll 8
    for (int r = 0; r < count; r++) {
      middle left = __builtin_convertvector(*(const narrow *)(a + (size_t)r * n + j), middle);
      sum[r] += __builtin_convertvector(left * right, wide);
    }
  }
#pragma GCC unroll 8
  for (int r = 0; r < count; r++) {
    int32_t total = 0;
    for (int l = 0; l < WIDE; l++) total += sum[r][l];
    for (int t = j; t < n; t++) total += a[(size_t)r * n + t] * x[t];
    y[r] = total;
  }
}

void matvec(int m, int n, const int8_t *a, const int8_t *x, int32_t *y) {
  int i = 0;
  for (; i + ROWS <= m; i += ROWS) rows(ROWS, n, a + (size_t)i * n, x, y + i);
  for (; i < m; i++) rows(1, n, a + (size_t)i * n, x, y + i);
}

#endif
