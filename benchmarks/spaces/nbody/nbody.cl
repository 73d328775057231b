// Gravity between n bodies: acceleration[i] = sum over j of m[j] * (r[j] - r[i]) / (|r[j] - r[i]|^2 + s)^(3/2),
// where s = 0.01 keeps close encounters finite. A body is (x, y, z, m), an acceleration (x, y, z, 0).
//
// With the default parameters this is the loop one writes first. Other values:
//
//   WG      work-items in a work-group
//   BODIES  bodies that a work-item moves, in vectors if LANES is 1
//   VECTOR  interactions that are computed together
//   LANES   what the elements of these vectors are: 0 the bodies that attract, 1 those that are attracted
//   STAGE   attracting bodies that the group copies into local memory at a time, one array a coordinate; 0: none
//   ROOT    0: divide by a square root, 1: rsqrt, 2: a guess from the bits of the number and three steps of Newton's method
//   UNROLL  unrolling of the innermost loop; 1 leaves it to the compiler
//
// The host starts ceil(n / (WG * BODIES * lanes)) groups.
#ifndef WG
#define WG 1
#endif
#ifndef BODIES
#define BODIES 1
#endif
#ifndef VECTOR
#define VECTOR 1
#endif
#ifndef LANES
#define LANES 0
#endif
#ifndef STAGE
#define STAGE 0
#endif
#ifndef ROOT
#define ROOT 0
#endif
#ifndef UNROLL
#define UNROLL 1
#endif

#define SOFTENING 0.01f
#if LANES
#define PER_ITEM (BODIES * VECTOR)
#define STEP 1
#else
#define PER_ITEM BODIES
#define STEP VECTOR
#endif
#define EVERY(i, count) __attribute__((opencl_unroll_hint(count))) for (int i = 0; i < (count); i++)
#if UNROLL > 1
#define UNROLLED __attribute__((opencl_unroll_hint(UNROLL)))
#else
#define UNROLLED
#endif

#define ALIGNED __attribute__((aligned(64)))
#if VECTOR == 1
#define VEC float
#define INTS int
#define TO_INTS as_int
#define TO_VEC as_float
#define SUM(v) (v)
#elif VECTOR == 4
#define VEC float4
#define INTS int4
#define TO_INTS as_int4
#define TO_VEC as_float4
#define SUM4(v) ((v).s0 + (v).s1 + (v).s2 + (v).s3)
#define SUM(v) SUM4(v)
#elif VECTOR == 8
#define VEC float8
#define INTS int8
#define TO_INTS as_int8
#define TO_VEC as_float8
#define SUM4(v) ((v).s0 + (v).s1 + (v).s2 + (v).s3)
#define SUM(v) SUM4((v).lo + (v).hi)
#else
#define VEC float16
#define INTS int16
#define TO_INTS as_int16
#define TO_VEC as_float16
#define SUM4(v) ((v).s0 + (v).s1 + (v).s2 + (v).s3)
#define SUM(v) SUM4((v).lo.lo + (v).lo.hi + (v).hi.lo + (v).hi.hi)
#endif

VEC cubed_root(const VEC d) {
#if ROOT == 0
  return (VEC)(1.0f) / (d * sqrt(d));
#elif ROOT == 1
  const VEC r = rsqrt(d);
  return r * r * r;
#else
  VEC r = TO_VEC((INTS)(0x5f375a86) - (TO_INTS(d) >> 1));
  const VEC half_d = 0.5f * d;
  r = r * (1.5f - half_d * r * r);
  r = r * (1.5f - half_d * r * r);
  r = r * (1.5f - half_d * r * r);
  return r * r * r;
#endif
}

__kernel __attribute__((reqd_work_group_size(WG, 1, 1)))
void nbody(__global const float4 *restrict body, __global float4 *restrict acceleration, const int n) {
  const int first = ((int)get_group_id(0) * WG + (int)get_local_id(0)) * PER_ITEM;

#if LANES
#define KEPT VEC
#else
#define KEPT float
#endif
  KEPT px[BODIES], py[BODIES], pz[BODIES];
  VEC ax[BODIES], ay[BODIES], az[BODIES];
  EVERY(b, BODIES) {
#if LANES && VECTOR > 1
    float lx[VECTOR] ALIGNED, ly[VECTOR] ALIGNED, lz[VECTOR] ALIGNED;
    EVERY(l, VECTOR) {
      const float4 own = body[min(first + b * VECTOR + l, n - 1)];
      lx[l] = own.x;
      ly[l] = own.y;
      lz[l] = own.z;
    }
    px[b] = *(VEC *)lx;
    py[b] = *(VEC *)ly;
    pz[b] = *(VEC *)lz;
#else
    const float4 own = body[min(first + b, n - 1)];
    px[b] = own.x;
    py[b] = own.y;
    pz[b] = own.z;
#endif
    ax[b] = ay[b] = az[b] = (VEC)(0.0f);
  }

#define INTERACT(qx, qy, qz, qm)                                              \
  EVERY(b, BODIES) {                                                          \
    const VEC dx = (qx) - px[b], dy = (qy) - py[b], dz = (qz) - pz[b];        \
    const VEC f = (qm) * cubed_root(fma(dx, dx, fma(dy, dy, fma(dz, dz, (VEC)(SOFTENING))))); \
    ax[b] = fma(f, dx, ax[b]);                                                \
    ay[b] = fma(f, dy, ay[b]);                                                \
    az[b] = fma(f, dz, az[b]);                                                \
  }

#if STAGE
  __local float tile_x[STAGE] ALIGNED, tile_y[STAGE] ALIGNED;
  __local float tile_z[STAGE] ALIGNED, tile_m[STAGE] ALIGNED;
  for (int j0 = 0; j0 < n; j0 += STAGE) {
    for (int j = get_local_id(0); j < STAGE; j += WG) {
      // Bodies beyond the last one have no mass.
      const float4 other = j0 + j < n ? body[j0 + j] : (float4)(0.0f);
      tile_x[j] = other.x;
      tile_y[j] = other.y;
      tile_z[j] = other.z;
      tile_m[j] = other.w;
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    UNROLLED
    for (int j = 0; j < STAGE; j += STEP) {
#if LANES || VECTOR == 1
      INTERACT((VEC)(tile_x[j]), (VEC)(tile_y[j]), (VEC)(tile_z[j]), (VEC)(tile_m[j]))
#else
      INTERACT(*(__local VEC *)(tile_x + j), *(__local VEC *)(tile_y + j), *(__local VEC *)(tile_z + j),
               *(__local VEC *)(tile_m + j))
#endif
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }
#else
  UNROLLED
  for (int j = 0; j < n; j += STEP) {
#if LANES || VECTOR == 1
    const float4 other = body[j];
    INTERACT((VEC)(other.x), (VEC)(other.y), (VEC)(other.z), (VEC)(other.w))
#else
    float qx[VECTOR] ALIGNED, qy[VECTOR] ALIGNED, qz[VECTOR] ALIGNED, qm[VECTOR] ALIGNED;
    EVERY(l, VECTOR) {
      const float4 other = j + l < n ? body[j + l] : (float4)(0.0f);
      qx[l] = other.x;
      qy[l] = other.y;
      qz[l] = other.z;
      qm[l] = other.w;
    }
    INTERACT(*(VEC *)qx, *(VEC *)qy, *(VEC *)qz, *(VEC *)qm)
#endif
  }
#endif

  EVERY(b, BODIES) {
#if LANES && VECTOR > 1
    float lx[VECTOR] ALIGNED, ly[VECTOR] ALIGNED, lz[VECTOR] ALIGNED;
    *(VEC *)lx = ax[b];
    *(VEC *)ly = ay[b];
    *(VEC *)lz = az[b];
    EVERY(l, VECTOR) {
      if (first + b * VECTOR + l < n) acceleration[first + b * VECTOR + l] = (float4)(lx[l], ly[l], lz[l], 0.0f);
    }
#else
    if (first + b < n) acceleration[first + b] = (float4)(SUM(ax[b]), SUM(ay[b]), SUM(az[b]), 0.0f);
#endif
  }
}
