# shellcheck shell=sh
# Compiles what all designs share: runtime.sh INCLUDE FLAGS HARNESS HEADER, in a sandbox and in the folder of the sources.
set -eu
include=$1 flags=$2 harness=$3 header=$4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# shellcheck disable=SC2086  # flags are words
g++ $flags -I"$include" -x c++-header bench.h -o "$work/bench.h.gch"
cat "$work/bench.h.gch" >"$header"
# The way out of a simulation is the harness's own, and models find the rest in it.
g++ -std=gnu++17 -O2 -w -I"$include" -DVL_USER_FINISH -DVL_USER_STOP -DVL_USER_FATAL -rdynamic \
  harness.cpp "$include/verilated.cpp" "$include/verilated_threads.cpp" -o "$work/harness" -ldl -pthread
cat "$work/harness" >"$harness"
