// Whether each row of a table of bytes is well-formed UTF-8 (RFC 3629): 1 or 0 per row.
//
// With the default parameters this is the loop one writes first, character by character. Other values turn on:
//
//   VECTOR       bytes in a vector of a check by table look-ups: 16, 32 or 64; 0: character by character
//   SKIP_ASCII   bytes that are looked at together for being ASCII: 8, 16, 32 or 64, or a vector if there are any;
//                0: no short cut
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif
#ifndef VECTOR
#define VECTOR 0
#endif
#ifndef SKIP_ASCII
#define SKIP_ASCII 0
#endif

#if VECTOR == 0

#if SKIP_ASCII == 8

static inline int is_ascii(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

#elif SKIP_ASCII > 8

typedef uint64_t words __attribute__((vector_size(SKIP_ASCII), aligned(1), may_alias));

static inline int is_ascii(const uint8_t *bytes) {
  const words v = *(const words *)bytes & 0x8080808080808080u;
  uint64_t any = 0;
  for (int k = 0; k < SKIP_ASCII / 8; k++) any |= v[k];
  return any == 0;
}

#endif

static int is_valid(const uint8_t *s, int n) {
  int i = 0;
  while (i < n) {
#if SKIP_ASCII > 0
    if (i + SKIP_ASCII <= n && is_ascii(s + i)) {
      i += SKIP_ASCII;
      continue;
    }
#endif
    const uint8_t b = s[i];
    if (b < 0x80) {
      i += 1;
    } else if (b >= 0xc2 && b <= 0xdf) {
      if (i + 1 >= n || (s[i + 1] & 0xc0) != 0x80) return 0;
      i += 2;
    } else if (b >= 0xe0 && b <= 0xef) {
      if (i + 2 >= n || (s[i + 1] & 0xc0) != 0x80 || (s[i + 2] & 0xc0) != 0x80) return 0;
      if (b == 0xe0 && s[i + 1] < 0xa0) return 0;  // could have been shorter
      if (b == 0xed && s[i + 1] > 0x9f) return 0;  // half of a surrogate pair
      i += 3;
    } else if (b >= 0xf0 && b <= 0xf4) {
      if (i + 3 >= n || (s[i + 1] & 0xc0) != 0x80 || (s[i + 2] & 0xc0) != 0x80 || (s[i + 3] & 0xc0) != 0x80) return 0;
      if (b == 0xf0 && s[i + 1] < 0x90) return 0;  // could have been shorter
      if (b == 0xf4 && s[i + 1] > 0x8f) return 0;  // beyond U+10FFFF
      i += 4;
    } else {
      return 0;
    }
  }
  return 1;
}

#else

// Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", Software: Practice and Experience 51
// (2021): every mistake shows in two neighbouring bytes, which three look-ups by half-bytes classify; the bits of the
// three are the mistakes that are still possible, and their conjunction those that were made.
enum {
  TOO_SHORT = 1,       // a lead byte where a continuation should be
  TOO_LONG = 2,        // a continuation after ASCII
  OVERLONG_3 = 4,
  TOO_LARGE = 8,
  SURROGATE = 16,
  OVERLONG_2 = 32,
  TOO_LARGE_1000 = 64,  // and OVERLONG_4: both show in the same way
  TWO_CONTINUATIONS = 128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
};

typedef uint8_t bytes __attribute__((vector_size(VECTOR), aligned(1), may_alias));
typedef int8_t signs __attribute__((vector_size(VECTOR), aligned(1), may_alias));
typedef uint64_t quads __attribute__((vector_size(VECTOR), aligned(1), may_alias));

#if VECTOR == 16
#define REPEATED(...) (bytes){__VA_ARGS__}
#elif VECTOR == 32
#define REPEATED(...) (bytes){__VA_ARGS__, __VA_ARGS__}
#else
#define REPEATED(...) (bytes){__VA_ARGS__, __VA_ARGS__, __VA_ARGS__, __VA_ARGS__}
#endif

// Each 16 lanes are a copy of the table, so that a look-up may stay among its own 16.
static inline bytes look_up(bytes table, bytes index) {
#if VECTOR == 16 && defined(__SSSE3__)
  return (bytes)_mm_shuffle_epi8((__m128i)table, (__m128i)index);
#elif VECTOR == 32 && defined(__AVX2__)
  return (bytes)_mm256_shuffle_epi8((__m256i)table, (__m256i)index);
#elif VECTOR == 64 && defined(__AVX512BW__)
  return (bytes)_mm512_shuffle_epi8((__m512i)table, (__m512i)index);
#else
  bytes found;
  for (int k = 0; k < VECTOR; k++) found[k] = table[index[k]];
  return found;
#endif
}

static inline bytes mistakes(bytes input, const uint8_t *at) {
  const bytes before1 = *(const bytes *)(at - 1);
  const bytes before2 = *(const bytes *)(at - 2), before3 = *(const bytes *)(at - 3);
  const bytes high1 = look_up(
      REPEATED(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TWO_CONTINUATIONS,
               TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2, TOO_SHORT,
               TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000),
      before1 >> 4);
  const bytes low1 = look_up(
      REPEATED(CARRY | OVERLONG_3 | OVERLONG_2 | TOO_LARGE_1000, CARRY | OVERLONG_2, CARRY, CARRY, CARRY | TOO_LARGE,
               CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000,
               CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000,
               CARRY | TOO_LARGE | TOO_LARGE_1000, CARRY | TOO_LARGE | TOO_LARGE_1000,
               CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE, CARRY | TOO_LARGE | TOO_LARGE_1000,
               CARRY | TOO_LARGE | TOO_LARGE_1000),
      before1 & 15);
  const bytes high2 = look_up(
      REPEATED(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
               TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE_1000,
               TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE,
               TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE,
               TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE, TOO_SHORT, TOO_SHORT, TOO_SHORT,
               TOO_SHORT),
      input >> 4);
  // The third and fourth byte of a character must be continuations, which the pairs above take for a mistake.
  const bytes due = ((bytes)(before2 >= 0xe0) | (bytes)(before3 >= 0xf0)) & 0x80;
  return (high1 & low1 & high2) ^ due;
}

static inline int none(bytes v) {
  const quads q = (quads)v;
  uint64_t any = 0;
  for (int k = 0; k < VECTOR / 8; k++) any |= q[k];
  return any == 0;
}

// The first block of a row has nothing before it, and the last may be short: both are checked in a copy between zeros,
// before which a character that is cut off is too short.
static int is_valid_by_vectors(const uint8_t *s, int n) {
  uint8_t edge[3 + 2 * VECTOR + 3] = {0};
  const int head = n < VECTOR ? n : VECTOR;
  memcpy(edge + 3, s, head);
  bytes wrong = mistakes(*(const bytes *)(edge + 3), edge + 3);
  if (head < VECTOR) return none(wrong | mistakes(*(const bytes *)(edge + 3 + VECTOR), edge + 3 + VECTOR));
  int i = VECTOR;
  for (; i + VECTOR <= n; i += VECTOR) {
    const bytes input = *(const bytes *)(s + i);
#if SKIP_ASCII > 0
    if (none((input | *(const bytes *)(s + i - 3)) & 0x80)) continue;
#endif
    wrong |= mistakes(input, s + i);
  }
  memset(edge, 0, sizeof edge);
  memcpy(edge, s + i - 3, n - i + 3);
  wrong |= mistakes(*(const bytes *)(edge + 3), edge + 3);
  return none(wrong);
}

#endif

void utf8(const uint8_t *text, int32_t *valid, int rows, int length) {
  for (int r = 0; r < rows; r++) {
#if VECTOR > 0
    valid[r] = is_valid_by_vectors(text + (size_t)r * length, length);
#else
    valid[r] = is_valid(text + (size_t)r * length, length);
#endif
  }
}
