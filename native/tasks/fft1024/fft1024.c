// The discrete Fourier transform of 1024 complex numbers, for each row of a table:
//   y[r][k] = sum over n of x[r][n] * exp(-2 pi i k n / 1024); real and imaginary parts alternate.
//
// With the default parameters this is the loop one writes first (Cooley and Tukey, decimation in time). Other values turn on:
//
//   RADIX    numbers that a step combines: 2 or 4, in the order of Stockham, which needs no bit reversal; 0: the plain loop
//   LANES    rows that are transformed together, one in each lane of a vector: 1, 4, 8 or 16 (needs RADIX)
#include <math.h>
#include <stddef.h>
#ifndef RADIX
#define RADIX 0
#endif
#ifndef LANES
#define LANES 1
#endif

#define N 1024
#define PI 3.14159265358979323846

#if RADIX == 0

static void transform(const float *x, float *y) {
  for (int i = 0; i < N; i++) {
    int reversed = 0;
    for (int bit = 0; bit < 10; bit++) {
      if (i >> bit & 1) reversed |= 512 >> bit;
    }
    y[2 * reversed] = x[2 * i];
    y[2 * reversed + 1] = x[2 * i + 1];
  }
  for (int half = 1; half < N; half *= 2) {
    for (int j = 0; j < half; j++) {
      const float c = cosf((float)(-PI * j / half)), s = sinf((float)(-PI * j / half));
      for (int i = j; i < N; i += 2 * half) {
        const float re = y[2 * (i + half)] * c - y[2 * (i + half) + 1] * s;
        const float im = y[2 * (i + half)] * s + y[2 * (i + half) + 1] * c;
        y[2 * (i + half)] = y[2 * i] - re;
        y[2 * (i + half) + 1] = y[2 * i + 1] - im;
        y[2 * i] += re;
        y[2 * i + 1] += im;
      }
    }
  }
}

void fft1024(const float *x, float *y, int rows) {
  for (int r = 0; r < rows; r++) transform(x + (size_t)r * 2 * N, y + (size_t)r * 2 * N);
}

#else

#if LANES == 1
typedef float real;
#define LANE(v, l) (v)
#else
typedef float real __attribute__((vector_size(4 * LANES)));
#define LANE(v, l) (v)[l]
#endif

// roots[k] = exp(-2 pi i k / N): ten of them from libm, the others as products of two.
static void find_roots(float *re, float *im) {
  double c[N], s[N];
  c[0] = 1;
  s[0] = 0;
  for (int k = 1; k < N; k *= 2) {
    const double ck = cos(2 * PI * k / N), sk = -sin(2 * PI * k / N);
    for (int j = 0; j < k; j++) {
      c[k + j] = ck * c[j] - sk * s[j];
      s[k + j] = ck * s[j] + sk * c[j];
    }
  }
  for (int k = 0; k < N; k++) {
    re[k] = (float)c[k];
    im[k] = (float)s[k];
  }
}

// One step: from `quarter` or `half` groups of `stride` numbers to groups RADIX times as large.
static inline void step(const real *restrict xr, const real *restrict xi, real *restrict yr, real *restrict yi,
                        const float *restrict re, const float *restrict im, int stride) {
  const int groups = N / RADIX / stride;
  for (int p = 0; p < groups; p++) {
    const float c1 = re[p * stride], s1 = im[p * stride];
#if RADIX == 4
    const float c2 = re[2 * p * stride], s2 = im[2 * p * stride], c3 = re[3 * p * stride], s3 = im[3 * p * stride];
#endif
    for (int q = 0; q < stride; q++) {
      const int from = q + stride * p, to = q + stride * RADIX * p;
#if RADIX == 2
      const real ar = xr[from], ai = xi[from], br = xr[from + N / 2], bi = xi[from + N / 2];
      const real dr = ar - br, di = ai - bi;
      yr[to] = ar + br;
      yi[to] = ai + bi;
      yr[to + stride] = dr * c1 - di * s1;
      yi[to + stride] = dr * s1 + di * c1;
#else
      const real ar = xr[from], ai = xi[from], br = xr[from + N / 4], bi = xi[from + N / 4];
      const real cr = xr[from + N / 2], ci = xi[from + N / 2], dr = xr[from + 3 * N / 4], di = xi[from + 3 * N / 4];
      const real er = ar + cr, ei = ai + ci, fr = ar - cr, fi = ai - ci;
      const real gr = br + dr, gi = bi + di, hr = br - dr, hi = bi - di;
      const real kr = fr + hi, ki = fi - hr, lr = er - gr, li = ei - gi, mr = fr - hi, mi = fi + hr;
      yr[to] = er + gr;
      yi[to] = ei + gi;
      yr[to + stride] = kr * c1 - ki * s1;
      yi[to + stride] = kr * s1 + ki * c1;
      yr[to + 2 * stride] = lr * c2 - li * s2;
      yi[to + 2 * stride] = lr * s2 + li * c2;
      yr[to + 3 * stride] = mr * c3 - mi * s3;
      yi[to + 3 * stride] = mr * s3 + mi * c3;
#endif
    }
  }
}

void fft1024(const float *x, float *y, int rows) {
  float re[N], im[N];
  find_roots(re, im);
  real ar[N], ai[N], br[N], bi[N];
  for (int r = 0; r < rows; r += LANES) {
    const int lanes = rows - r < LANES ? rows - r : LANES;
    for (int i = 0; i < N; i++) {
      for (int l = 0; l < LANES; l++) {
        const float *from = x + ((size_t)(l < lanes ? r + l : r) * N + i) * 2;
        LANE(ar[i], l) = from[0];
        LANE(ai[i], l) = from[1];
      }
    }
    for (int stride = 1; stride < N; stride *= RADIX * RADIX) {
      step(ar, ai, br, bi, re, im, stride);
      if (stride * RADIX < N) {
        step(br, bi, ar, ai, re, im, stride * RADIX);
      } else {
        for (int i = 0; i < N; i++) {
          ar[i] = br[i];
          ai[i] = bi[i];
        }
      }
    }
    for (int l = 0; l < lanes; l++) {
      for (int i = 0; i < N; i++) {
        float *to = y + ((size_t)(r + l) * N + i) * 2;
        to[0] = LANE(ar[i], l);
        to[1] = LANE(ai[i], l);
      }
    }
  }
}

#endif
