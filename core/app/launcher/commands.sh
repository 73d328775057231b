# shellcheck shell=bash disable=SC2154,SC2034  # variables cross from one sourced file to the next
# The commands that come before Java can run, and the start of Java. Sourced by the launcher.

# start ARGS...: becomes the Java program, so that signals and the exit code are its own.
start() {
  local -a options=("${java_options[@]}" "-Douroboros.home=$home")
  build core/app benchmarks
  [[ ! -f $program/start.aot ]] || options+=("-XX:AOTCache=$program/start.aot")
  exec "$JAVA_HOME/bin/java" "${options[@]}" -jar "$program/lib/ouroboros.jar" "$@"
}

# set_up [--benchmarks] [--json]
set_up() {
  local json='' argument
  local -a purposes=(loop hardware browser)
  for argument in "$@"; do
    case $argument in
      --benchmarks) purposes+=(benchmarks) ;;
      --json) json=yes ;;
      *)
        say "setup: unknown argument '$argument'. Usage: ./ouroboros setup [--benchmarks] [--json]"
        exit 2
        ;;
    esac
  done
  install_missing "${purposes[@]}"
  if [[ -n $json ]]; then
    printf '{"jdk": %s, "installed": [%s], "missing": [%s]}\n' \
      "$(quoted "$JAVA_HOME")" "$(quoted "${installed[@]}")" "$(quoted "${still_missing[@]}")"
  elif ((!${#still_missing[@]})); then
    say "Everything is there. ./ouroboros doctor tries it."
  fi
  ((!${#still_missing[@]})) || exit 3
}

# quoted TEXT...: a JSON list without its brackets.
quoted() {
  local text separator=''
  for text in "$@"; do
    text=${text//\\/\\\\}
    printf '%s"%s"' "$separator" "${text//\"/\\\"}"
    separator=', '
  done
}

# run_tests [--json] [MAVEN ARGS...]: sets up, builds, runs every test and the format check. Passes Maven's output on,
# adds up what Surefire says at the end of each module, and closes with the sum in the same words.
run_tests() {
  local json='' argument line status=0 verdict=INFO passed=true run=0 failures=0 errors=0 skipped=0
  local -a arguments=()
  for argument in "$@"; do
    if [[ $argument == --json ]]; then json=yes; else arguments+=("$argument"); fi
  done
  install_missing loop hardware browser model
  fetch_test_model
  build core/app benchmarks
  take_build_lock core/app
  # A test that starts the launcher takes the copy built above and does not wait for the lock held here.
  export OUROBOROS_IN_TEST=yes
  [[ -z $json ]] || exec {answer}>&1 >&2
  while IFS= read -r line; do
    if [[ $line =~ Tests\ run:\ ([0-9]+),\ Failures:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Skipped:\ ([0-9]+)$ ]]; then
      ((run += BASH_REMATCH[1], failures += BASH_REMATCH[2], errors += BASH_REMATCH[3], skipped += BASH_REMATCH[4], 1))
    else
      printf '%s\n' "$line"
    fi
  done < <(maven verify "${arguments[@]}" 2>&1)
  wait $! || status=$? verdict=ERROR passed=false
  printf "[$verdict] %s\n" "Results:" "" "Tests run: $run, Failures: $failures, Errors: $errors, Skipped: $skipped"
  [[ -z $json ]] || printf '{"tests": %d, "failures": %d, "errors": %d, "skipped": %d, "passed": %s}\n' \
    "$run" "$failures" "$errors" "$skipped" "$passed" >&"$answer"
  exit "$status"
}
