// Six steps of heat flow on a grid whose edge keeps its temperature: next = u + (left + right + up + down - 4 u) / 5.
//
// A work-group computes a tile of the result on its own: it copies the tile with six cells around it into local memory, and
// does all steps there, while what it knows shrinks by one cell a step from each side.
//
//   TILE_X, TILE_Y  cells of the result that a group computes
//   WG_X, WG_Y      work-items in a work-group
//   VECTOR          cells of a row that are computed together
//   SHRINK          1: do not compute what no later step needs, 0: all cells in every step
//   INSIDE          1: groups away from the grid's edge do not look out for it
//
// The host starts ceil(w / TILE_X) x ceil(h / TILE_Y) groups.
#ifndef TILE_X
#define TILE_X 16
#endif
#ifndef TILE_Y
#define TILE_Y 8
#endif
#ifndef WG_X
#define WG_X 1
#endif
#ifndef WG_Y
#define WG_Y 1
#endif
#ifndef VECTOR
#define VECTOR 1
#endif
#ifndef SHRINK
#define SHRINK 0
#endif
#ifndef INSIDE
#define INSIDE 0
#endif

#define STEPS 6
#define WIDTH (TILE_X + 2 * STEPS)
#define HEIGHT (TILE_Y + 2 * STEPS)
// The last vector of a row may go beyond its end.
#define PITCH (WIDTH + VECTOR)

#if VECTOR == 1
#define VEC float
#define INTS int
#define LOAD(from) (*(from))
#define STORE(value, to) (*(to) = (value))
#define LANES 0
#elif VECTOR == 4
#define VEC float4
#define INTS int4
#define LOAD(from) vload4(0, from)
#define STORE(value, to) vstore4(value, 0, to)
#define LANES (int4)(0, 1, 2, 3)
#else
#define VEC float16
#define INTS int16
#define LOAD(from) vload16(0, from)
#define STORE(value, to) vstore16(value, 0, to)
#define LANES (int16)(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
#endif

// One step from `from` to `to`; all cells but those of the outermost `margin` ones.
void step_inside(__local const float *from, __local float *to, const int margin) {
  for (int y = margin + get_local_id(1); y < HEIGHT - margin; y += WG_Y) {
    for (int x = margin + get_local_id(0) * VECTOR; x < WIDTH - margin; x += WG_X * VECTOR) {
      __local const float *at = from + y * PITCH + x;
      const VEC sides = LOAD(at - 1) + LOAD(at + 1), poles = LOAD(at - PITCH) + LOAD(at + PITCH);
      STORE(fma(sides + poles, (VEC)(0.2f), LOAD(at) * 0.2f), to + y * PITCH + x);
    }
  }
}

// The same where cells may be on the grid's edge or beyond it; (x0, y0) is the corner of the local copy.
void step_checked(__local const float *from, __local float *to, const int margin, const int x0, const int y0,
                  const int w, const int h) {
  for (int y = margin + get_local_id(1); y < HEIGHT - margin; y += WG_Y) {
    const int row_fixed = y0 + y <= 0 || y0 + y >= h - 1;
    for (int x = margin + get_local_id(0) * VECTOR; x < WIDTH - margin; x += WG_X * VECTOR) {
      __local const float *at = from + y * PITCH + x;
      const VEC old = LOAD(at);
      const VEC sides = LOAD(at - 1) + LOAD(at + 1), poles = LOAD(at - PITCH) + LOAD(at + PITCH);
      const VEC next = fma(sides + poles, (VEC)(0.2f), old * 0.2f);
      const INTS column = x0 + x + LANES;
#if VECTOR == 1
      const int fixed = row_fixed || column <= 0 || column >= w - 1;
      STORE(fixed ? old : next, to + y * PITCH + x);
#else
      const INTS fixed = (INTS)(-row_fixed) | (column <= 0) | (column >= w - 1);
      STORE(select(next, old, fixed), to + y * PITCH + x);
#endif
    }
  }
}

__kernel __attribute__((reqd_work_group_size(WG_X, WG_Y, 1)))
void stencil(__global const float *restrict in, __global float *restrict out, const int w, const int h) {
  // A vector reads one cell beyond what it writes.
  __local float a[HEIGHT * PITCH + VECTOR] __attribute__((aligned(64)));
  __local float b[HEIGHT * PITCH + VECTOR] __attribute__((aligned(64)));
  const int lx = get_local_id(0), ly = get_local_id(1);
  const int x0 = get_group_id(0) * TILE_X - STEPS, y0 = get_group_id(1) * TILE_Y - STEPS;
  const bool inside = INSIDE && x0 > 0 && y0 > 0 && x0 + PITCH < w && y0 + HEIGHT < h;

  for (int y = ly; y < HEIGHT; y += WG_Y) {
    if (inside) {
      for (int x = lx * VECTOR; x < WIDTH; x += WG_X * VECTOR) {
        const VEC cells = LOAD(in + (size_t)(y0 + y) * w + x0 + x);
        STORE(cells, a + y * PITCH + x);
        STORE(cells, b + y * PITCH + x);
      }
    } else {
      for (int x = lx; x < PITCH; x += WG_X) {
        const bool exists = x0 + x >= 0 && x0 + x < w && y0 + y >= 0 && y0 + y < h;
        const float cell = exists ? in[(size_t)(y0 + y) * w + x0 + x] : 0.0f;
        a[y * PITCH + x] = cell;
        b[y * PITCH + x] = cell;
      }
    }
  }
  barrier(CLK_LOCAL_MEM_FENCE);

  for (int step = 0; step < STEPS; step += 2) {
    const int first = SHRINK ? step + 1 : 1, second = SHRINK ? step + 2 : 1;
    if (inside) {
      step_inside(a, b, first);
    } else {
      step_checked(a, b, first, x0, y0, w, h);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
    if (inside) {
      step_inside(b, a, second);
    } else {
      step_checked(b, a, second, x0, y0, w, h);
    }
    barrier(CLK_LOCAL_MEM_FENCE);
  }

  for (int y = STEPS + ly; y < STEPS + TILE_Y && y0 + y < h; y += WG_Y) {
    if (inside && TILE_X % VECTOR == 0) {
      for (int x = STEPS + lx * VECTOR; x < STEPS + TILE_X; x += WG_X * VECTOR) {
        STORE(LOAD(a + y * PITCH + x), out + (size_t)(y0 + y) * w + x0 + x);
      }
    } else {
      for (int x = STEPS + lx; x < STEPS + TILE_X && x0 + x < w; x += WG_X) {
        out[(size_t)(y0 + y) * w + x0 + x] = a[y * PITCH + x];
      }
    }
  }
}
