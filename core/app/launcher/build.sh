# shellcheck shell=bash disable=SC2154,SC2034  # variables cross from one sourced file to the next
# Builds a module when its sources changed and chooses what to start. Sourced by the launchers.
#
# Maven assembles MODULE/target/dist. A copy of it is what runs: a build beside a running program then never
# replaces the jars under it. MODULE/target/.built holds the name of the newest copy and the list of sources.

# build MODULE [LEAVE_OUT]: builds MODULE and what it needs, unless nothing changed; sets `program` to the folder to
# start from and keeps it locked for this process and the one that it becomes.
build() {
  until is_current "$1" "${2:-}" && choose_copy "$1"; do
    take_build_lock "$1"
    is_current "$1" "${2:-}" || build_now "$1" "${2:-}"
    exec {build_lock}>&-
  done
}

is_current() {
  local stamp=$home/$1/target/.built
  [[ -f $stamp && -e $(newest_copy "$1")/lock ]] || return 1
  [[ -z ${OUROBOROS_IN_TEST:-} ]] || return 0
  [[ $(tail -n +2 "$stamp") == "$(sources "$2")" && -z $(source_files "$2" -newer "$stamp") ]]
}

newest_copy() {
  local name
  read -r name <"$home/$1/target/.built"
  printf '%s' "$home/$1/target/$name"
}

# choose_copy MODULE: false if another build removed the copy before it could be locked.
choose_copy() {
  program=$(newest_copy "$1")
  { exec {program_lock}<"$program/lock"; } 2>/dev/null || return 1
  [[ -z $(type -P flock) ]] || flock -s "$program_lock"
  [[ -e $program/lock ]]
}

build_now() {
  local target=$home/$1/target list log name old
  list=$(sources "$2")
  [[ -n $(type -P mvn) ]] || { say "Maven is missing: ./ouroboros setup installs it."; exit 3; }
  say "Building Ouroboros (only after a change of its sources) ..."
  mkdir -p "$target"
  touch "$target/.built.new"
  rm -rf "$target/dist"
  log=$(maven -q -DskipTests -Dspotless.check.skip package -pl "$1" -am 2>&1) || {
    local status=$?
    ((status < 128)) || exit 130
    printf '%s\n' "$log" >&2
    say "The build failed; Maven's words are above."
    exit 1
  }
  name=run-$(date +%s)-$$
  cp -Rp "$target/dist" "$target/$name"
  touch "$target/$name/lock"
  train "$target/$name"
  printf '%s\n' "$name" "$list" >"$target/.built.list"
  touch -r "$target/.built.new" "$target/.built.list"
  mv "$target/.built.list" "$target/.built"
  rm "$target/.built.new"
  for old in "$target"/run-*; do
    [[ $old == "$target/$name" ]] || remove_if_idle "$old"
  done
}

# train COPY: lets the JVM keep what it loads and learns in a rehearsal of a run. What starts with it is faster, and right without.
train() {
  local folder
  set_class_path "$1"
  folder=$(mktemp -d) || return 0
  "$JAVA_HOME/bin/java" "${java_options[@]}" --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput="$1/start.aot" \
    -cp "$class_path" dev.ouroboros.app.rehearsal.Rehearsal "$folder" </dev/null >/dev/null 2>&1 || rm -f "$1/start.aot"
  rm -rf "$folder"
}

# set_class_path COPY: the same words must stand in the start that uses what was kept.
set_class_path() {
  if [[ -f $1/lib/ouroboros.jar ]]; then class_path=$1/lib/ouroboros.jar; else class_path="$1/lib/*"; fi
}

remove_if_idle() {
  if [[ -z $(type -P flock) ]] || flock -n -x "$1/lock" true; then rm -rf "$1"; fi
}

# sources LEAVE_OUT: the list of all files that the build reads, sorted, so that a file that was removed shows.
sources() { source_files "$1" | LC_ALL=C sort; }

source_files() {
  local leave_out=$1
  shift
  (
    cd "$home" || exit 1
    mapfile -t modules < <(sed -n 's:.*<module>\(.*\)</module>.*:\1:p' pom.xml | grep -vxF "$leave_out")
    mapfile -t places < <(for module in "${modules[@]}"; do printf '%s\n' "$module/pom.xml" "$module/src/main"; done)
    find pom.xml .mvn "${places[@]}" -type f "$@" 2>/dev/null
  )
}

# maven ARGS...: Maven on the chosen JDK. The two options silence what Maven's own libraries make a new JDK say.
maven() {
  (
    cd "$home" || exit 1
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    exec mvn -B -ntp -Dstyle.color=never "$@" </dev/null
  )
}

take_build_lock() {
  local target=$home/$1/target
  mkdir -p "$target" 2>/dev/null
  if ! { exec {build_lock}>"$home/$1/target/.lock"; } 2>/dev/null; then
    say "The sources changed and have to be built, but $target is not writable for $(id -un)." \
      "Run the command once as the owner of the folder, or work in a clone of your own."
    exit 3
  fi
  [[ -n $(type -P flock) ]] || return 0
  flock -n "$build_lock" && return
  say "Waiting for another build of Ouroboros ..."
  flock "$build_lock"
}
