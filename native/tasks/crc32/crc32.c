// CRC-32 as in Ethernet, gzip and PNG (ISO 3309, reflected polynomial 0xedb88320), of each row of a table of bytes.
//
// With the default parameters this is the loop one writes first, bit by bit. Other values turn on:
//
//   SLICES   bytes that go through tables together: 1, 4, 8 or 16; 0: bit by bit
//   FOLD     1: rows of 64 bytes and more are folded by carry-less multiplication where the processor has it; the rest
//            goes through the tables
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif
#ifndef SLICES
#define SLICES 0
#endif
#ifndef FOLD
#define FOLD 0
#endif

#if SLICES == 0

static uint32_t update(uint32_t crc, const uint8_t *bytes, int count) {
  for (int i = 0; i < count; i++) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++) {
      if (crc & 1) {
        crc = (crc >> 1) ^ 0xedb88320u;
      } else {
        crc = crc >> 1;
      }
    }
  }
  return crc;
}

#else

// A table of a linear function follows from its values at the powers of two.
#define AT(i, a, b, c, d, e, f, g, h)                                                                        \
  (((i) & 1 ? a : 0u) ^ ((i) & 2 ? b : 0u) ^ ((i) & 4 ? c : 0u) ^ ((i) & 8 ? d : 0u) ^ ((i) & 16 ? e : 0u) ^ \
   ((i) & 32 ? f : 0u) ^ ((i) & 64 ? g : 0u) ^ ((i) & 128 ? h : 0u))
#define AT4(i, ...) AT(i, __VA_ARGS__), AT(i + 1, __VA_ARGS__), AT(i + 2, __VA_ARGS__), AT(i + 3, __VA_ARGS__)
#define AT16(i, ...) AT4(i, __VA_ARGS__), AT4(i + 4, __VA_ARGS__), AT4(i + 8, __VA_ARGS__), AT4(i + 12, __VA_ARGS__)
#define AT64(i, ...) \
  AT16(i, __VA_ARGS__), AT16(i + 16, __VA_ARGS__), AT16(i + 32, __VA_ARGS__), AT16(i + 48, __VA_ARGS__)
#define TABLE(...) \
  {AT64(0, __VA_ARGS__), AT64(64, __VA_ARGS__), AT64(128, __VA_ARGS__), AT64(192, __VA_ARGS__)}

// tables[k][b]: what byte b does to the remainder when k bytes follow it.
static const uint32_t tables[16][256] = {
    TABLE(0x77073096, 0xee0e612c, 0x076dc419, 0x0edb8832, 0x1db71064, 0x3b6e20c8, 0x76dc4190, 0xedb88320),
    TABLE(0x191b3141, 0x32366282, 0x646cc504, 0xc8d98a08, 0x4ac21251, 0x958424a2, 0xf0794f05, 0x3b83984b),
    TABLE(0x01c26a37, 0x0384d46e, 0x0709a8dc, 0x0e1351b8, 0x1c26a370, 0x384d46e0, 0x709a8dc0, 0xe1351b80),
    TABLE(0xb8bc6765, 0xaa09c88b, 0x8f629757, 0xc5b428ef, 0x5019579f, 0xa032af3e, 0x9b14583d, 0xed59b63b),
    TABLE(0x3d6029b0, 0x7ac05360, 0xf580a6c0, 0x30704bc1, 0x60e09782, 0xc1c12f04, 0x58f35849, 0xb1e6b092),
    TABLE(0xcb5cd3a5, 0x4dc8a10b, 0x9b914216, 0xec53826d, 0x03d6029b, 0x07ac0536, 0x0f580a6c, 0x1eb014d8),
    TABLE(0xa6770bb4, 0x979f1129, 0xf44f2413, 0x33ef4e67, 0x67de9cce, 0xcfbd399c, 0x440b7579, 0x8816eaf2),
    TABLE(0xccaa009e, 0x4225077d, 0x844a0efa, 0xd3e51bb5, 0x7cbb312b, 0xf9766256, 0x299dc2ed, 0x533b85da),
    TABLE(0x177b1443, 0x2ef62886, 0x5dec510c, 0xbbd8a218, 0xacc04271, 0x82f182a3, 0xde920307, 0x6655004f),
    TABLE(0xefc26b3e, 0x04f5d03d, 0x09eba07a, 0x13d740f4, 0x27ae81e8, 0x4f5d03d0, 0x9eba07a0, 0xe6050901),
    TABLE(0xc18edfc0, 0x586cb9c1, 0xb0d97382, 0xbac3e145, 0xaef6c4cb, 0x869c8fd7, 0xd64819ef, 0x77e1359f),
    TABLE(0x9ba54c6f, 0xec3b9e9f, 0x03063b7f, 0x060c76fe, 0x0c18edfc, 0x1831dbf8, 0x3063b7f0, 0x60c76fe0),
    TABLE(0xdd96d985, 0x605cb54b, 0xc0b96a96, 0x5a03d36d, 0xb407a6da, 0xb37e4bf5, 0xbd8d91ab, 0xa06a2517),
    TABLE(0x9d0fe176, 0xe16ec4ad, 0x19ac8f1b, 0x33591e36, 0x66b23c6c, 0xcd6478d8, 0x41b9f7f1, 0x8373efe2),
    TABLE(0xb9fbdbe8, 0xa886b191, 0x8a7c6563, 0xcf89cc87, 0x44629f4f, 0x88c53e9e, 0xcafb7b7d, 0x4e87f0bb),
    TABLE(0xae689191, 0x87a02563, 0xd4314c87, 0x73139f4f, 0xe6273e9e, 0x173f7b7d, 0x2e7ef6fa, 0x5cfdedf4)};

static inline uint32_t word(const uint8_t *bytes) {
  return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

static uint32_t update(uint32_t crc, const uint8_t *bytes, int count) {
  int i = 0;
#if SLICES > 1
  for (; i + SLICES <= count; i += SLICES) {
    crc ^= word(bytes + i);
    uint32_t next = 0;
#pragma GCC unroll 16
    for (int k = 0; k < SLICES; k += 4) {
      const uint32_t w = k == 0 ? crc : word(bytes + i + k);
      next ^= tables[SLICES - 1 - k][w & 255] ^ tables[SLICES - 2 - k][w >> 8 & 255] ^
              tables[SLICES - 3 - k][w >> 16 & 255] ^ tables[SLICES - 4 - k][w >> 24];
    }
    crc = next;
  }
#endif
  for (; i < count; i++) crc = crc >> 8 ^ tables[0][(crc ^ bytes[i]) & 255];
  return crc;
}

#endif

#if FOLD > 0 && defined(__PCLMUL__)

typedef long long pair __attribute__((vector_size(16), may_alias));
typedef long long loose __attribute__((vector_size(16), aligned(1), may_alias));

// Moves 128 bits of the dividend further down: v * x^distance modulo the polynomial, see Gopal et al., "Fast CRC
// computation for generic polynomials using PCLMULQDQ" (Intel, 2009).
static inline pair moved(pair v, pair by) {
  return (pair)_mm_clmulepi64_si128((__m128i)v, (__m128i)by, 0x00) ^
         (pair)_mm_clmulepi64_si128((__m128i)v, (__m128i)by, 0x11);
}

static uint32_t folded(uint32_t crc, const uint8_t *bytes, int count) {
  const pair far = {0x154442bd4, 0x1c6e41596}, near = {0x1751997d0, 0xccaa009e};
  pair v[4];
  for (int k = 0; k < 4; k++) v[k] = *(const loose *)(bytes + 16 * k);
  v[0] ^= (pair){crc, 0};
  int i = 64;
  for (; i + 64 <= count; i += 64) {
#pragma GCC unroll 4
    for (int k = 0; k < 4; k++) v[k] = moved(v[k], far) ^ *(const loose *)(bytes + i + 16 * k);
  }
  for (int k = 1; k < 4; k++) v[k] ^= moved(v[k - 1], near);
  for (; i + 16 <= count; i += 16) v[3] = moved(v[3], near) ^ *(const loose *)(bytes + i);
  uint8_t rest[16];
  memcpy(rest, &v[3], sizeof rest);
  return update(update(0, rest, 16), bytes + i, count - i);
}

#endif

void crc32(const uint8_t *bytes, uint32_t *crcs, int rows, int length) {
  for (int r = 0; r < rows; r++) {
    const uint8_t *row = bytes + (size_t)r * length;
#if FOLD > 0 && defined(__PCLMUL__)
    if (length >= 64) {
      crcs[r] = ~folded(~0u, row, length);
      continue;
    }
#endif
    crcs[r] = ~update(~0u, row, length);
  }
}
