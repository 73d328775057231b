// Softmax of each row: y[r][c] = exp(x[r][c] - greatest of row r) / (sum of these over the row).
//
// With the default parameters these are the loops one writes first. Other values turn on:
//
//   VECTOR   floats in a vector, with exp by a polynomial; 0: one at a time, with expf of libm
//   WAYS     vectors that are worked on together in a round
//   DEGREE   of the polynomial
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#ifndef VECTOR
#define VECTOR 0
#endif
#ifndef WAYS
#define WAYS 1
#endif
#ifndef DEGREE
#define DEGREE 6
#endif

#if VECTOR == 0

void softmax(const float *x, float *y, int rows, int columns) {
  for (int r = 0; r < rows; r++) {
    const float *from = x + (size_t)r * columns;
    float *to = y + (size_t)r * columns;
    float greatest = from[0];
    for (int c = 1; c < columns; c++) {
      if (from[c] > greatest) greatest = from[c];
    }
    float sum = 0.0f;
    for (int c = 0; c < columns; c++) {
      to[c] = expf(from[c] - greatest);
      sum += to[c];
    }
    for (int c = 0; c < columns; c++) to[c] = to[c] / sum;
  }
}

#else

#define STRIDE (VECTOR * WAYS)

typedef float vec __attribute__((vector_size(4 * VECTOR), aligned(4), may_alias));
typedef int32_t ivec __attribute__((vector_size(4 * VECTOR), aligned(4), may_alias));

static inline vec load(const float *from) { return *(const vec *)from; }

static inline vec greater(vec a, vec b) {
  const ivec mask = a > b;
  return (vec)((mask & (ivec)a) | (~mask & (ivec)b));
}

// 2^n * p(r) with x = n ln 2 + r and |r| <= ln 2 / 2, for x <= 0; p is the Taylor polynomial. Below -87 the result is
// not a normal float any more, and 0 is as good.
static inline vec exponential(vec x) {
  const ivec normal = x > -87.0f;
  x = (vec)(normal & (ivec)x);
  const ivec n = __builtin_convertvector(x * 1.44269504f - 0.5f, ivec);
  const vec whole = __builtin_convertvector(n, vec);
  const vec r = (x - whole * 0.693359375f) + whole * 2.12194440e-4f;
  vec p = (vec){} + 1.0f / 24;
#if DEGREE >= 6
  p += r * (1.0f / 120 + r * (1.0f / 720));
#elif DEGREE == 5
  p += r * (1.0f / 120);
#endif
  p = 1.0f + r * (1.0f + r * (0.5f + r * (1.0f / 6 + r * p)));
  return (vec)(normal & ((ivec)p + (n << 23)));
}

void softmax(const float *x, float *y, int rows, int columns) {
  for (int r = 0; r < rows; r++) {
    const float *from = x + (size_t)r * columns;
    float *to = y + (size_t)r * columns;
    const int whole = columns - columns % STRIDE;

    float greatest = from[0];
    vec most[WAYS];
#pragma GCC unroll 4
    for (int i = 0; i < WAYS; i++) most[i] = (vec){} + greatest;
    for (int c = 0; c < whole; c += STRIDE) {
#pragma GCC unroll 4
      for (int i = 0; i < WAYS; i++) most[i] = greater(load(from + c + i * VECTOR), most[i]);
    }
    for (int i = 1; i < WAYS; i++) most[0] = greater(most[i], most[0]);
    for (int i = 0; i < VECTOR; i++) greatest = most[0][i] > greatest ? most[0][i] : greatest;
    for (int c = whole; c < columns; c++) greatest = from[c] > greatest ? from[c] : greatest;

    vec sums[WAYS];
#pragma GCC unroll 4
    for (int i = 0; i < WAYS; i++) sums[i] = (vec){};
    for (int c = 0; c < whole; c += STRIDE) {
#pragma GCC unroll 4
      for (int i = 0; i < WAYS; i++) {
        const vec e = exponential(load(from + c + i * VECTOR) - greatest);
        *(vec *)(to + c + i * VECTOR) = e;
        sums[i] += e;
      }
    }
    float sum = 0.0f;
    for (int i = 1; i < WAYS; i++) sums[0] += sums[i];
    for (int i = 0; i < VECTOR; i++) sum += sums[0][i];
    for (int c = whole; c < columns; c++) {
      to[c] = expf(from[c] - greatest);
      sum += to[c];
    }

    const float factor = 1.0f / sum;
    for (int c = 0; c < whole; c += STRIDE) {
#pragma GCC unroll 4
      for (int i = 0; i < WAYS; i++) *(vec *)(to + c + i * VECTOR) *= factor;
    }
    for (int c = whole; c < columns; c++) to[c] *= factor;
  }
}

#endif
