// The Levenshtein distance of pairs of strings: the least number of insertions, deletions and replacements of bytes that
// turn row r of a into row r of b.
//
// With the default parameters this is the table one writes first, of which only two lines are kept. Other values turn on:
//
//   BITS     1: 64 cells of a column at once, as bits of a word
//   LANES    pairs of strings that are worked on together, one in each lane of a vector: 1, 2, 4 or 8 (needs BITS)
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#ifndef BITS
#define BITS 0
#endif
#ifndef LANES
#define LANES 1
#endif

#if BITS == 0

static int distance(const uint8_t *a, int m, const uint8_t *b, int n) {
  int above[n + 1], line[n + 1];
  for (int j = 0; j <= n; j++) above[j] = j;
  for (int i = 1; i <= m; i++) {
    line[0] = i;
    for (int j = 1; j <= n; j++) {
      int least = above[j - 1] + (a[i - 1] != b[j - 1]);
      if (above[j] + 1 < least) least = above[j] + 1;
      if (line[j - 1] + 1 < least) least = line[j - 1] + 1;
      line[j] = least;
    }
    for (int j = 0; j <= n; j++) above[j] = line[j];
  }
  return above[n];
}

void levenshtein(const uint8_t *a, const uint8_t *b, int32_t *distances, int rows, int m, int n) {
  for (int r = 0; r < rows; r++) distances[r] = distance(a + (size_t)r * m, m, b + (size_t)r * n, n);
}

#else

#if LANES == 1
typedef uint64_t bits;
#define LANE(v, l) (v)
#else
typedef uint64_t bits __attribute__((vector_size(8 * LANES)));
#define LANE(v, l) (v)[l]
#endif

// Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", J. ACM 46 (1999), in
// the form of Hyyro (2003) for whole distances: a column of differences between neighbouring cells, up and down, in two
// words for each 64 bytes of a; b moves it along. `match` says where a has a byte, `more` and `less` what leaves a
// block below.
static void distance(const uint8_t *a, int m, const uint8_t *b, int n, int32_t *distances, int lanes) {
  const int blocks = (m + 63) / 64;
  bits up[blocks], down[blocks];
  uint64_t match[LANES][256][blocks];
  memset(match, 0, sizeof match);
  for (int l = 0; l < lanes; l++) {
    for (int i = 0; i < m; i++) match[l][a[(size_t)l * m + i]][i / 64] |= 1ull << i % 64;
  }
  for (int k = 0; k < blocks; k++) {
    up[k] = ~(bits){0};
    down[k] = (bits){0};
  }
  bits score = (bits){0} + (uint64_t)m;
  const int last = (m - 1) % 64;
  for (int j = 0; j < n; j++) {
    bits more = (bits){0} + 1, less = (bits){0};
    const uint64_t *row[LANES];
    for (int l = 0; l < LANES; l++) row[l] = match[l][l < lanes ? b[(size_t)l * n + j] : 0];
    for (int k = 0; k < blocks; k++) {
      bits equal;
      for (int l = 0; l < LANES; l++) LANE(equal, l) = row[l][k];
      const bits vertical = equal | down[k];
      equal |= less;
      const bits diagonal = (((equal & up[k]) + up[k]) ^ up[k]) | equal;
      bits plus = down[k] | ~(diagonal | up[k]);
      bits minus = up[k] & diagonal;
      if (k == blocks - 1) score = score + (plus >> last & 1) - (minus >> last & 1);
      const bits out_more = plus >> 63, out_less = minus >> 63;
      plus = plus << 1 | more;
      minus = minus << 1 | less;
      up[k] = minus | ~(vertical | plus);
      down[k] = plus & vertical;
      more = out_more;
      less = out_less;
    }
  }
  for (int l = 0; l < lanes; l++) distances[l] = (int32_t)LANE(score, l);
}

void levenshtein(const uint8_t *a, const uint8_t *b, int32_t *distances, int rows, int m, int n) {
  for (int r = 0; r < rows; r += LANES) {
    distance(a + (size_t)r * m, m, b + (size_t)r * n, n, distances + r, rows - r < LANES ? rows - r : LANES);
  }
}

#endif
