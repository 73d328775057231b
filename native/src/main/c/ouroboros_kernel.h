/*
 * What a host hands to a native kernel: typed buffers with their lengths, the scalars, the shape, and where a returned value
 * goes. The host's build generates `ouroboros_launch` for a task; it unpacks the launch and calls the task's own function.
 * Every address is the host's and stays valid for the call only.
 */
#ifndef OUROBOROS_KERNEL_H
#define OUROBOROS_KERNEL_H

#include <stdint.h>

/* Grows with every change of a structure below. */
#define OUROBOROS_VERSION 1

/* What `ouroboros_launch` returns. */
#define OUROBOROS_DONE 0
#define OUROBOROS_WRONG_VERSION 1
#define OUROBOROS_WRONG_COUNT 2

/* `length` elements, the first at `data`, aligned to a page. */
struct ouroboros_buffer {
  void *data;
  uint64_t length;
};

/* A whole number or a real one; the task's declaration says which. */
union ouroboros_scalar {
  int64_t whole;
  double real;
};

/*
 * Buffers and scalars are in the order of the task's arguments, each counted on its own. `shape` holds the value of each
 * dimension in the task's order. `result` is the place of a returned value, or NULL.
 */
struct ouroboros_launch {
  uint32_t version;
  uint32_t buffer_count;
  uint32_t scalar_count;
  uint32_t dimension_count;
  const struct ouroboros_buffer *buffers;
  const union ouroboros_scalar *scalars;
  const int64_t *shape;
  void *result;
};

/* The one function that a built kernel exports, by the name `ouroboros_launch`. */
typedef int32_t (*ouroboros_kernel)(const struct ouroboros_launch *launch);

#endif
