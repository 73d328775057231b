// Gives a compiled design what a file says and writes down what it answers: harness MODEL STIMULUS RESPONSE.
//
// The stimulus is words of 32 bits in this machine's order:
//   inputs, outputs, clocked, idle level of the clock, lanes, episodes,
//   of each lane: how to fill registers (0: zeros, 1: ones, 2: at random), a seed,
//   of each episode: its cycles, then the inputs of each cycle.
// The response is the outputs of each cycle, of each episode, of each lane. It is written at the end, all of it or nothing.
#include <dlfcn.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

#include "bench.h"

namespace {
// What the parent tells apart: ours to mend, or the design's fault.
constexpr int OUR_FAULT = 70;
constexpr int ENDED_BY_DESIGN = 71;
constexpr int OUT_OF_TIME = 73;

// Of the processor, so that a busy machine makes no difference.
constexpr rlim_t SECONDS = 10;

[[noreturn]] void leave(int code, const char* what, const char* why) {
  std::fprintf(stderr, "%s: %s\n", what, why);
  std::fflush(stderr);
  _exit(code);
}

std::vector<IData> read(const char* path) {
  std::FILE* file = std::fopen(path, "rb");
  if (!file) leave(OUR_FAULT, path, "cannot be read");
  std::fseek(file, 0, SEEK_END);
  std::vector<IData> words(static_cast<size_t>(std::ftell(file)) / sizeof(IData));
  std::rewind(file);
  if (std::fread(words.data(), sizeof(IData), words.size(), file) != words.size()) leave(OUR_FAULT, path, "is cut short");
  std::fclose(file);
  return words;
}

// A design has no business with files, and an end.
void confine() {
  const rlimit files{0, 0};
  const rlimit time{SECONDS, SECONDS + 1};
  signal(SIGXCPU, [](int) { _exit(OUT_OF_TIME); });
  if (setrlimit(RLIMIT_NOFILE, &files) != 0 || setrlimit(RLIMIT_CPU, &time) != 0)
    leave(OUR_FAULT, "setrlimit", "failed");
}

using Open = Bench* (*)(VerilatedContext*);

struct Lane {
  int fill;
  int seed;
};

const IData* run(Open open, const IData* head, Lane lane, const IData* at, std::vector<IData>& response) {
  const IData inputs = head[0], outputs = head[1], clocked = head[2], idle = head[3];
  const auto context = std::make_unique<VerilatedContext>();
  context->randReset(lane.fill);
  context->randSeed(lane.seed);
  const std::unique_ptr<Bench> bench{open(context.get())};
  for (IData cycles = *at++; cycles > 0; --cycles) {
    *bench->clock = clocked ? idle : 0;
    for (IData i = 0; i < inputs; ++i) *bench->inputs[i] = *at++;
    bench->eval();
    for (IData i = 0; i < outputs; ++i) response.push_back(*bench->outputs[i]);
    if (clocked) {
      *bench->clock = !idle;
      bench->eval();
    }
  }
  return at;
}
}  // namespace

// Verilator calls these where a design asks to end, or never settles. No way out of them looks like success.
void vl_finish(const char*, int, const char*) { leave(ENDED_BY_DESIGN, "the design", "it calls $finish"); }
void vl_stop(const char*, int, const char*) { leave(ENDED_BY_DESIGN, "the design", "it calls $stop"); }
void vl_fatal(const char*, int, const char*, const char* why) { leave(ENDED_BY_DESIGN, "the design", why); }

int main(int count, char** arguments) {
  if (count != 4) leave(OUR_FAULT, "harness", "expected MODEL STIMULUS RESPONSE");
  const std::vector<IData> stimulus = read(arguments[2]);
  std::FILE* file = std::fopen(arguments[3], "wb");
  if (!file) leave(OUR_FAULT, arguments[3], "cannot be written");
  void* model = dlopen(arguments[1], RTLD_NOW | RTLD_LOCAL);
  if (!model) leave(ENDED_BY_DESIGN, "the design", dlerror());
  const auto open = reinterpret_cast<Open>(dlsym(model, "bench_open"));
  if (!open) leave(OUR_FAULT, "dlsym", dlerror());
  confine();
  std::vector<IData> response;
  const IData* head = stimulus.data();
  const IData lanes = head[4], episodes = head[5];
  for (IData l = 0; l < lanes; ++l) {
    const IData* at = head + 6 + 2 * lanes;
    for (IData e = 0; e < episodes; ++e) {
      const Lane lane{static_cast<int>(head[6 + 2 * l]), static_cast<int>((head[7 + 2 * l] + e) & 0x7fffffff)};
      at = run(open, head, lane, at, response);
    }
  }
  if (std::fwrite(response.data(), sizeof(IData), response.size(), file) != response.size() || std::fclose(file) != 0)
    leave(OUR_FAULT, arguments[3], "cannot be written");
  std::fflush(nullptr);
  _exit(0);
}
