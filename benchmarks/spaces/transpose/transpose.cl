// Transposes a matrix: out[x][y] = in[y][x], in is h x w, both row-major.
//
// With the default parameters a work-item moves one element. Other values:
//
//   WG_X, WG_Y     work-items in a work-group, along columns and rows of the input
//   ITEM_X, ITEM_Y blocks that a work-item moves in each direction
//   VECTOR         a block has VECTOR x VECTOR elements, transposed in registers
//   STAGE          1: the group's tile goes through local memory, so that both sides are read and written in rows
//   PAD            elements between the rows of that tile, which spread its columns over the banks of a cache
//   ORDER          0: walk along rows of the input first, 1: along its columns
//
// The host starts ceil(w / TILE_X) x ceil(h / TILE_Y) groups.
#ifndef WG_X
#define WG_X 1
#endif
#ifndef WG_Y
#define WG_Y 1
#endif
#ifndef ITEM_X
#define ITEM_X 1
#endif
#ifndef ITEM_Y
#define ITEM_Y 1
#endif
#ifndef VECTOR
#define VECTOR 1
#endif
#ifndef STAGE
#define STAGE 0
#endif
#ifndef PAD
#define PAD 0
#endif
#ifndef ORDER
#define ORDER 0
#endif

#define TILE_X (WG_X * ITEM_X * VECTOR)
#define TILE_Y (WG_Y * ITEM_Y * VECTOR)
#define EVERY(i, count) __attribute__((opencl_unroll_hint(count))) for (int i = 0; i < (count); i++)

#if VECTOR == 4
#define VEC float4
#define LOAD(from) vload4(0, from)
#define STORE(value, to) vstore4(value, 0, to)
#elif VECTOR == 8
#define VEC float8
#define LOAD(from) vload8(0, from)
#define STORE(value, to) vstore8(value, 0, to)
#endif

// Blocks of a work-item in the order they are walked.
#if ORDER
#define BLOCKS for (int i = 0; i < ITEM_X; i++) for (int j = 0; j < ITEM_Y; j++)
#else
#define BLOCKS for (int j = 0; j < ITEM_Y; j++) for (int i = 0; i < ITEM_X; i++)
#endif

// Neighbouring work-items hold neighbouring blocks.
#define BLOCK_X ((i * WG_X + (int)get_local_id(0)) * VECTOR)
#define BLOCK_Y ((j * WG_Y + (int)get_local_id(1)) * VECTOR)

// Moves one block; `from` is row-major with rows of `pitch`, and so is `to`.
#if VECTOR == 1
#define MOVE(from, pitch, to, out_pitch) *(to) = *(from)
#elif VECTOR == 4
#define MOVE(from, pitch, to, out_pitch)                                               \
  do {                                                                                 \
    const VEC a = LOAD(from), b = LOAD((from) + (pitch)), c = LOAD((from) + 2 * (pitch)), \
              d = LOAD((from) + 3 * (pitch));                                          \
    const VEC ac0 = (VEC)(a.s0, c.s0, a.s1, c.s1), ac1 = (VEC)(a.s2, c.s2, a.s3, c.s3);  \
    const VEC bd0 = (VEC)(b.s0, d.s0, b.s1, d.s1), bd1 = (VEC)(b.s2, d.s2, b.s3, d.s3);  \
    STORE((VEC)(ac0.s0, bd0.s0, ac0.s1, bd0.s1), to);                                   \
    STORE((VEC)(ac0.s2, bd0.s2, ac0.s3, bd0.s3), (to) + (out_pitch));                   \
    STORE((VEC)(ac1.s0, bd1.s0, ac1.s1, bd1.s1), (to) + 2 * (out_pitch));               \
    STORE((VEC)(ac1.s2, bd1.s2, ac1.s3, bd1.s3), (to) + 3 * (out_pitch));               \
  } while (0)
#else
#define COLUMN(s) (VEC)(r0.s, r1.s, r2.s, r3.s, r4.s, r5.s, r6.s, r7.s)
#define MOVE(from, pitch, to, out_pitch)                                     \
  do {                                                                       \
    const VEC r0 = LOAD(from), r1 = LOAD((from) + (pitch));                  \
    const VEC r2 = LOAD((from) + 2 * (pitch)), r3 = LOAD((from) + 3 * (pitch)); \
    const VEC r4 = LOAD((from) + 4 * (pitch)), r5 = LOAD((from) + 5 * (pitch)); \
    const VEC r6 = LOAD((from) + 6 * (pitch)), r7 = LOAD((from) + 7 * (pitch)); \
    STORE(COLUMN(s0), to);                                                   \
    STORE(COLUMN(s1), (to) + (out_pitch));                                   \
    STORE(COLUMN(s2), (to) + 2 * (out_pitch));                               \
    STORE(COLUMN(s3), (to) + 3 * (out_pitch));                               \
    STORE(COLUMN(s4), (to) + 4 * (out_pitch));                               \
    STORE(COLUMN(s5), (to) + 5 * (out_pitch));                               \
    STORE(COLUMN(s6), (to) + 6 * (out_pitch));                               \
    STORE(COLUMN(s7), (to) + 7 * (out_pitch));                               \
  } while (0)
#endif

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void transpose(__global const float *restrict in, __global float *restrict out, const int w, const int h) {
  const int x0 = get_group_id(0) * TILE_X, y0 = get_group_id(1) * TILE_Y;
  const bool inside = x0 + TILE_X <= w && y0 + TILE_Y <= h;

#if STAGE
  __local float tile[TILE_X * (TILE_Y + PAD)] __attribute__((aligned(64)));
  if (inside) {
    BLOCKS {
      __global const float *from = in + (size_t)(y0 + BLOCK_Y) * w + x0 + BLOCK_X;
      __local float *to = tile + BLOCK_X * (TILE_Y + PAD) + BLOCK_Y;
      MOVE(from, w, to, TILE_Y + PAD);
    }
  }
  barrier(CLK_LOCAL_MEM_FENCE);
  if (inside) {
    const int item = get_local_id(1) * WG_X + get_local_id(0);
    for (int k = item; k < TILE_X * TILE_Y / VECTOR; k += WG_X * WG_Y) {
      const int y = k % (TILE_Y / VECTOR) * VECTOR, x = k / (TILE_Y / VECTOR);
      __local const float *from = tile + x * (TILE_Y + PAD) + y;
      __global float *to = out + (size_t)(x0 + x) * h + y0 + y;
#if VECTOR == 1
      *to = *from;
#else
      STORE(LOAD(from), to);
#endif
    }
    return;
  }
#else
  if (inside) {
    BLOCKS {
      __global const float *from = in + (size_t)(y0 + BLOCK_Y) * w + x0 + BLOCK_X;
      __global float *to = out + (size_t)(x0 + BLOCK_X) * h + y0 + BLOCK_Y;
      MOVE(from, w, to, h);
    }
    return;
  }
#endif

  // A tile that hangs over the edge, element by element.
  BLOCKS {
    for (int y = y0 + BLOCK_Y; y < min(y0 + BLOCK_Y + VECTOR, h); y++) {
      for (int x = x0 + BLOCK_X; x < min(x0 + BLOCK_X + VECTOR, w); x++) out[(size_t)x * h + y] = in[(size_t)y * w + x];
    }
  }
}
