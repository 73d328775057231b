#include <stddef.h>
#include <stdint.h>

uint64_t checksum(const uint8_t *bytes, size_t n, double seed, unsigned char low) {
  uint64_t hash = (uint64_t)seed + low;
  for (size_t i = 0; i < n; i++) hash = (hash ^ bytes[i]) * 0x100000001B3u;
  return hash;
}
