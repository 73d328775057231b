// Softmax of each row: out[r][c] = exp(in[r][c] - max) / sum of exp(in[r][.] - max), where max is the largest of the row.
//
// A row has at most 2048 elements. With the default parameters these are the three loops one writes first. Other values:
//
//   WG_X    work-items that share a row
//   WG_Y    rows of a work-group
//   VECTOR  floats in a vector
//   ONLINE  1: find maximum and sum in one pass, correcting the sum whenever the maximum grows
//   KEEP    what is kept between passes: 0 nothing, 1 the exponentials in the output, 2 the row in local memory
//   ACCESS  0: a work-item takes every WG_X-th vector, 1: a part of the row of its own
//   TREE    1: add up over work-items by halves, 0: each work-item adds up all
//   EXP     0: the built-in exp, 1: a polynomial of degree 6
//
// The host starts ceil(rows / WG_Y) groups of WG_X x WG_Y work-items.
#ifndef WG_X
#define WG_X 1
#endif
#ifndef WG_Y
#define WG_Y 1
#endif
#ifndef VECTOR
#define VECTOR 1
#endif
#ifndef ONLINE
#define ONLINE 0
#endif
#ifndef KEEP
#define KEEP 0
#endif
#ifndef ACCESS
#define ACCESS 0
#endif
#ifndef TREE
#define TREE 0
#endif
#ifndef EXP
#define EXP 0
#endif

// Local memory has a fixed size: a row has at most so many elements.
#define LONGEST 2048

#if VECTOR == 1
#define VEC float
#define INTS int
#define TO_VEC as_float
#define TO_INTS convert_int
#define LOAD(from) (*(from))
#define STORE(value, to) (*(to) = (value))
#define TOTAL(v) (v)
#define LARGEST(v) (v)
#elif VECTOR == 4
#define VEC float4
#define INTS int4
#define TO_VEC as_float4
#define TO_INTS convert_int4
#define LOAD(from) vload4(0, from)
#define STORE(value, to) vstore4(value, 0, to)
#define TOTAL(v) total4(v)
#define LARGEST(v) largest4(v)
#else
#define VEC float16
#define INTS int16
#define TO_VEC as_float16
#define TO_INTS convert_int16
#define LOAD(from) vload16(0, from)
#define STORE(value, to) vstore16(value, 0, to)
#define TOTAL(v) total16(v)
#define LARGEST(v) largest16(v)
#endif

float add(const float a, const float b) { return a + b; }
float larger(const float a, const float b) { return fmax(a, b); }
float total4(const float4 v) { return (v.s0 + v.s1) + (v.s2 + v.s3); }
float largest4(const float4 v) { return fmax(fmax(v.s0, v.s1), fmax(v.s2, v.s3)); }
float total16(const float16 v) { return total4((v.s0123 + v.s4567) + (v.s89ab + v.scdef)); }
float largest16(const float16 v) { return largest4(fmax(fmax(v.s0123, v.s4567), fmax(v.s89ab, v.scdef))); }

#if EXP
// 2^t, by the Taylor series of the exponential around the nearest whole t.
#define POWER(F, I, AS_F, TO_I)                                                      \
  const F t = fmax(x, (F)(-87.0f)) * 1.44269504f, whole = rint(t), u = (t - whole) * 0.69314718f; \
  F p = fma(u, (F)(1.0f / 720.0f), (F)(1.0f / 120.0f));                              \
  p = fma(p, u, (F)(1.0f / 24.0f));                                                  \
  p = fma(p, u, (F)(1.0f / 6.0f));                                                   \
  p = fma(p, u, (F)(0.5f));                                                          \
  p = fma(p, u, (F)(1.0f));                                                          \
  p = fma(p, u, (F)(1.0f));                                                          \
  return p * AS_F((TO_I(whole) + 127) << 23);
float power(const float x) { POWER(float, int, as_float, convert_int) }
VEC powers(const VEC x) { POWER(VEC, INTS, TO_VEC, TO_INTS) }
#else
float power(const float x) { return exp(x); }
VEC powers(const VEC x) { return exp(x); }
#endif

// A group's own value in `mine` of each work-item becomes that of all work-items of the row.
#if WG_X == 1
#define SHARE(f, mine)
#elif TREE
#define SHARE(f, mine)                                              \
  scratch[ly][lx] = mine;                                           \
  barrier(CLK_LOCAL_MEM_FENCE);                                     \
  for (int half_size = WG_X / 2; half_size > 0; half_size /= 2) {   \
    if (lx < half_size) scratch[ly][lx] = f(scratch[ly][lx], scratch[ly][lx + half_size]); \
    barrier(CLK_LOCAL_MEM_FENCE);                                   \
  }                                                                 \
  mine = scratch[ly][0];                                            \
  barrier(CLK_LOCAL_MEM_FENCE);
#else
#define SHARE(f, mine)                                              \
  scratch[ly][lx] = mine;                                           \
  barrier(CLK_LOCAL_MEM_FENCE);                                     \
  mine = scratch[ly][0];                                            \
  for (int i = 1; i < WG_X; i++) mine = f(mine, scratch[ly][i]);    \
  barrier(CLK_LOCAL_MEM_FENCE);
#endif

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void softmax(__global const float *restrict in, __global float *restrict out, const int rows, const int cols) {
  const int lx = get_local_id(0), ly = get_local_id(1);
  const int row = get_group_id(1) * WG_Y + ly;
#if WG_X > 1
  __local float scratch[WG_Y][WG_X];
#endif
#if KEEP == 2
  __local float kept[WG_Y][LONGEST] __attribute__((aligned(64)));
#endif
  // Rows beyond the last one compute it again, and store nothing.
  __global const float *x = in + (size_t)min(row, rows - 1) * cols;
  __global float *y = out + (size_t)min(row, rows - 1) * cols;
  const bool stores = row < rows;

  const int vectors = cols / VECTOR;
#if ACCESS
  const int share = (vectors + WG_X - 1) / WG_X, begin = lx * share, end = min(begin + share, vectors), stride = 1;
#else
  const int begin = lx, end = vectors, stride = WG_X;
#endif
#define VECTORS for (int v = begin; v < end; v += stride)
  // What is left of the row after the last whole vector.
#define REST if (lx == WG_X - 1) for (int c = vectors * VECTOR; c < cols; c++)

#if KEEP == 2
#define SOURCE kept[ly]
#define COPY(value, at) STORE(value, kept[ly] + (at) * VECTOR)
#define COPY_ONE(value, c) kept[ly][c] = value
#else
#define SOURCE x
#define COPY(value, at)
#define COPY_ONE(value, c)
#endif

#if ONLINE
  VEC tops = (VEC)(-INFINITY), sums = (VEC)(0.0f);
  VECTORS {
    const VEC value = LOAD(x + v * VECTOR), higher = fmax(tops, value);
    COPY(value, v);
    sums = sums * powers(tops - higher) + powers(value - higher);
    tops = higher;
  }
  float own = LARGEST(tops);
  REST {
    own = fmax(own, x[c]);
    COPY_ONE(x[c], c);
  }
  float sum = begin < end ? TOTAL(sums * powers(tops - (VEC)(own))) : 0.0f;
  REST sum += power(x[c] - own);
  float top = own;
  SHARE(larger, top)
  sum = sum > 0.0f ? sum * power(own - top) : 0.0f;
#else
  VEC tops = (VEC)(-INFINITY);
  VECTORS {
    const VEC value = LOAD(x + v * VECTOR);
    COPY(value, v);
    tops = fmax(tops, value);
  }
  float top = LARGEST(tops);
  REST {
    top = fmax(top, x[c]);
    COPY_ONE(x[c], c);
  }
  SHARE(larger, top)
  VEC sums = (VEC)(0.0f);
  VECTORS {
    const VEC value = powers(LOAD(SOURCE + v * VECTOR) - (VEC)(top));
    COPY(value, v);
#if KEEP == 1
    if (stores) STORE(value, y + v * VECTOR);
#endif
    sums += value;
  }
  float sum = TOTAL(sums);
  REST {
    const float value = power(SOURCE[c] - top);
    COPY_ONE(value, c);
#if KEEP == 1
    if (stores) y[c] = value;
#endif
    sum += value;
  }
#endif
  SHARE(add, sum)

  const float scale = 1.0f / sum;
  if (!stores) return;
#if KEEP == 1
  VECTORS STORE(LOAD(y + v * VECTOR) * scale, y + v * VECTOR);
  REST y[c] *= scale;
#elif KEEP == 2 && !ONLINE
  VECTORS STORE(LOAD(kept[ly] + v * VECTOR) * scale, y + v * VECTOR);
  REST y[c] = kept[ly][c] * scale;
#else
  VECTORS STORE(powers(LOAD(SOURCE + v * VECTOR) - (VEC)(top)) * scale, y + v * VECTOR);
  REST y[c] = power(SOURCE[c] - top) * scale;
#endif
}
