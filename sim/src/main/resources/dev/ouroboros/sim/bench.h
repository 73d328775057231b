// What a compiled design shows of itself; the same for every design, so that all can share what was compiled before.
#ifndef OUROBOROS_BENCH_H
#define OUROBOROS_BENCH_H
#include "verilated.h"

struct Bench {
  CData* clock = nullptr;
  IData* const* inputs = nullptr;   // in words of 32 bits
  IData* const* outputs = nullptr;  // likewise
  virtual ~Bench() = default;
  virtual void eval() = 0;
};

extern "C" Bench* bench_open(VerilatedContext* context);

#endif
