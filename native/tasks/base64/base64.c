// Base64 (RFC 4648) of each row of a table of bytes, padded: 4 characters for 3 bytes.
//
// With the default parameters this is the loop one writes first. Other values turn on:
//
//   PAIRS     1: two characters at a time from a table of all pairs; 0: one at a time
//   VECTOR    characters that are made together: 16, 32 or 64; 0: no vectors
//   LOOKUP    1: where the processor can, a vector's characters are looked up in one that holds the alphabet; 0: computed
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif
#ifndef PAIRS
#define PAIRS 0
#endif
#ifndef VECTOR
#define VECTOR 0
#endif
#ifndef LOOKUP
#define LOOKUP 0
#endif

static const uint8_t alphabet[64 + 1] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

#if PAIRS

#define LETTER(i) ((i) < 26 ? (i) + 'A' : (i) < 52 ? (i) - 26 + 'a' : (i) < 62 ? (i) - 52 + '0' : (i) == 62 ? '+' : '/')
#define PAIR(i) {LETTER((i) >> 6), LETTER((i) & 63)}
#define PAIRS4(i) PAIR(i), PAIR(i + 1), PAIR(i + 2), PAIR(i + 3)
#define PAIRS16(i) PAIRS4(i), PAIRS4(i + 4), PAIRS4(i + 8), PAIRS4(i + 12)
#define PAIRS64(i) PAIRS16(i), PAIRS16(i + 16), PAIRS16(i + 32), PAIRS16(i + 48)
#define PAIRS256(i) PAIRS64(i), PAIRS64(i + 64), PAIRS64(i + 128), PAIRS64(i + 192)
#define PAIRS1024(i) PAIRS256(i), PAIRS256(i + 256), PAIRS256(i + 512), PAIRS256(i + 768)

static const uint8_t pairs[4096][2] = {PAIRS1024(0), PAIRS1024(1024), PAIRS1024(2048), PAIRS1024(3072)};

#endif

#if VECTOR > 0

typedef uint8_t bytes __attribute__((vector_size(VECTOR), aligned(1), may_alias));
typedef uint32_t words __attribute__((vector_size(VECTOR), aligned(1), may_alias));
typedef uint8_t sixteen __attribute__((vector_size(16), aligned(1), may_alias));

static inline sixteen shuffled(sixteen v, sixteen order) {
#if defined(__SSSE3__)
  return (sixteen)_mm_shuffle_epi8((__m128i)v, (__m128i)order);
#else
  sixteen result;
  for (int k = 0; k < 16; k++) result[k] = v[order[k]];
  return result;
#endif
}

// Three bytes into each word, the first of them on top.
static inline words spread(const uint8_t *from) {
#if VECTOR == 64 && defined(__AVX512VBMI__)
  const bytes order = {2,  1,  0,  0, 5,  4,  3,  0, 8,  7,  6,  0, 11, 10, 9,  0, 14, 13, 12, 0, 17, 16,
                       15, 0,  20, 19, 18, 0, 23, 22, 21, 0, 26, 25, 24, 0, 29, 28, 27, 0, 32, 31, 30, 0,
                       35, 34, 33, 0, 38, 37, 36, 0, 41, 40, 39, 0, 44, 43, 42, 0, 47, 46, 45, 0};
  return (words)_mm512_permutexvar_epi8((__m512i)order, (__m512i)(*(const bytes *)from));
#else
  const sixteen order = {2, 1, 0, 0, 5, 4, 3, 0, 8, 7, 6, 0, 11, 10, 9, 0};
  words all;
  for (int k = 0; k < VECTOR / 16; k++) {
    const sixteen part = shuffled(*(const sixteen *)(from + 12 * k), order);
    memcpy((char *)&all + 16 * k, &part, 16);
  }
  return all;
#endif
}

static inline bytes letters(bytes six) {
#if LOOKUP && VECTOR == 64 && defined(__AVX512VBMI__)
  return (bytes)_mm512_permutexvar_epi8((__m512i)six, (__m512i)(*(const bytes *)alphabet));
#else
  return six + 'A' + ((bytes)(six > 25) & 6) - ((bytes)(six > 51) & 75) - ((bytes)(six > 61) & 15) +
         ((bytes)(six > 62) & 3);
#endif
}

#endif

static void encode(const uint8_t *s, uint8_t *t, int n) {
  int i = 0;
#if VECTOR > 0
  // A round uses three quarters of the bytes it loads.
  for (; i + VECTOR <= n; i += VECTOR / 4 * 3, t += VECTOR) {
    const words w = spread(s + i);
    const words six = (w >> 18 & 63) | (w >> 4 & 63 << 8) | (w << 10 & 63 << 16) | (w << 24 & 63 << 24);
    *(bytes *)t = letters((bytes)six);
  }
#endif
  for (; i + 3 <= n; i += 3, t += 4) {
    const uint32_t three = (uint32_t)s[i] << 16 | (uint32_t)s[i + 1] << 8 | s[i + 2];
#if PAIRS
    memcpy(t, pairs[three >> 12], 2);
    memcpy(t + 2, pairs[three & 4095], 2);
#else
    t[0] = alphabet[three >> 18];
    t[1] = alphabet[three >> 12 & 63];
    t[2] = alphabet[three >> 6 & 63];
    t[3] = alphabet[three & 63];
#endif
  }
  if (i < n) {
    const uint32_t rest = (uint32_t)s[i] << 16 | (i + 1 < n ? (uint32_t)s[i + 1] << 8 : 0);
    t[0] = alphabet[rest >> 18];
    t[1] = alphabet[rest >> 12 & 63];
    t[2] = i + 1 < n ? alphabet[rest >> 6 & 63] : '=';
    t[3] = '=';
  }
}

void base64(const uint8_t *data, uint8_t *text, int rows, int length) {
  const size_t width = (size_t)(length + 2) / 3 * 4;
  for (int r = 0; r < rows; r++) encode(data + (size_t)r * length, text + r * width, length);
}
