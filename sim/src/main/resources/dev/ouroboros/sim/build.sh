# shellcheck shell=sh
# Makes a library of a design: build.sh RUNTIME INCLUDE LIBRARY FLAGS VERILATOR [ARGUMENT]..., in a sandbox.
# Verilator's runtime is compiled already and its header precompiled, so only what the design became is left to do.
# Ends with 72 where Verilator does not take the design; other failures are not the design's.
set -eu
runtime=$1 include=$2 library=$3 flags=$4
shift 4
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$@" --Mdir "$work" || exit 72
for file in "$work"/*.cpp "$PWD/model.cpp"; do
  printf '#include "%s"\n' "$file"
done >"$work/whole.cc"
# shellcheck disable=SC2086  # flags are words
g++ $flags -I"$include" -I"$work" -include "$runtime/bench.h" -shared "$work/whole.cc" -o "$work/library.so"
cat "$work/library.so" >"$library"
