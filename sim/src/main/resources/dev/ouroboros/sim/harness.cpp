// Gives a compiled design what a file says and writes down what it answers: harness MODEL STIMULUS RESPONSE.
//
// The stimulus is words of 32 bits in this machine's order:
//   inputs, outputs, clocked, idle level of the clock, lanes, episodes, senders,
//   of each sender: the input that is its valid, the output that is its ready or NONE, the number of its data inputs, these,
//   of each lane: how to fill registers (0: zeros, 1: ones, 2: at random), a seed,
//   of each episode: its cycles, after how many of them senders begin, of each sender the number of its tokens and these,
//     then the inputs of each cycle.
// A sender begins to offer its next token in a cycle whose input says valid, and goes on until the design is ready.
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

constexpr IData NONE = 0xffffffff;

// Gives tokens to a design, each until it is taken.
struct Sender {
  const IData* ports;  // valid, ready, how many data, data
  const IData* token = nullptr;
  IData left = 0;
  bool offering = false;

  IData width() const { return ports[2]; }
  const IData* load(const IData* at) {
    left = *at++;
    token = at;
    offering = false;
    return at + left * width();
  }
  void offer(const Bench& bench) {
    IData& valid = *bench.inputs[ports[0]];
    offering = offering || ((valid & 1) && left > 0);
    valid = offering;
    for (IData i = 0; offering && i < width(); ++i) *bench.inputs[ports[3 + i]] = token[i];
  }
  void settle(const Bench& bench) {
    if (!offering || (ports[1] != NONE && !(*bench.outputs[ports[1]] & 1))) return;
    offering = false;
    token += width();
    --left;
  }
};

const IData* run(Open open, const IData* head, std::vector<Sender>& senders, Lane lane, const IData* at,
                 std::vector<IData>& response) {
  const IData inputs = head[0], outputs = head[1], clocked = head[2], idle = head[3];
  const auto context = std::make_unique<VerilatedContext>();
  context->randReset(lane.fill);
  context->randSeed(lane.seed);
  const std::unique_ptr<Bench> bench{open(context.get())};
  const IData cycles = *at++, quiet = *at++;
  for (Sender& sender : senders) at = sender.load(at);
  for (IData cycle = 0; cycle < cycles; ++cycle) {
    *bench->clock = clocked ? idle : 0;
    for (IData i = 0; i < inputs; ++i) *bench->inputs[i] = *at++;
    if (cycle >= quiet)
      for (Sender& sender : senders) sender.offer(*bench);
    bench->eval();
    for (IData i = 0; i < outputs; ++i) response.push_back(*bench->outputs[i]);
    for (Sender& sender : senders) sender.settle(*bench);
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
  const IData* fills = head + 7;
  std::vector<Sender> senders;
  for (IData s = 0; s < head[6]; ++s) {
    senders.push_back(Sender{fills});
    fills += 3 + fills[2];
  }
  for (IData l = 0; l < lanes; ++l) {
    const IData* at = fills + 2 * lanes;
    for (IData e = 0; e < episodes; ++e) {
      const Lane lane{static_cast<int>(fills[2 * l]), static_cast<int>((fills[2 * l + 1] + e) & 0x7fffffff)};
      at = run(open, head, senders, lane, at, response);
    }
  }
  if (std::fwrite(response.data(), sizeof(IData), response.size(), file) != response.size() || std::fclose(file) != 0)
    leave(OUR_FAULT, arguments[3], "cannot be written");
  std::fflush(nullptr);
  _exit(0);
}
