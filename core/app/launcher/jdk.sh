# shellcheck shell=bash
# Finds a JDK that can build and run Ouroboros. Sourced by the launchers.

readonly minimum_java=25

# The JVM's own warnings stay off standard output, where --json has the word. One collector thread leaves the other cores
# to what is measured, unless the user's own options choose a collector.
java_options=(-Xlog:disable '-Xlog:all=error,aot*=off,cds*=off:stderr')
[[ ${JAVA_TOOL_OPTIONS:-}${JDK_JAVA_OPTIONS:-} == *-XX:+Use*GC* ]] || java_options+=(-XX:+UseSerialGC)

# find_jdk: exports JAVA_HOME, or ends with 3 and the instruction.
find_jdk() {
  local candidate java
  while IFS= read -r candidate; do
    if is_jdk "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done < <(
    [[ -z ${JAVA_HOME:-} ]] || printf '%s\n' "$JAVA_HOME"
    while IFS= read -r java; do
      java=$(readlink -f -- "$java") && printf '%s\n' "${java%/bin/java}"
    done < <(type -ap java)
    printf '%s\n' /usr/lib/jvm/* /opt/* /opt/*/* /Library/Java/JavaVirtualMachines/*/Contents/Home
    [[ -z ${HOME:-} ]] || printf '%s\n' "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*
  )
  jdk_instruction >&2
  exit 3
}

# is_jdk HOME: true if HOME holds a compiler and is new enough. The release file answers without starting a JVM.
is_jdk() {
  local key value version=
  [[ -x $1/bin/java && -x $1/bin/javac ]] || return 1
  if [[ -r $1/release ]]; then
    while IFS='=' read -r key value; do
      [[ $key != JAVA_VERSION ]] || version=${value//\"/}
    done <"$1/release"
  else
    version=$("$1/bin/javac" -version 2>/dev/null)
    version=${version#javac }
  fi
  version=${version%%[!0-9]*}
  ((${version:-0} >= minimum_java))
}

jdk_instruction() {
  cat <<END
Ouroboros needs a JDK $minimum_java or newer, javac included. None was found through JAVA_HOME, on PATH, or in the usual folders.
Install one, then run the command again.

Debian, Ubuntu:
  sudo apt-get update && sudo apt-get install -y wget gpg
  wget -qO- https://packages.adoptium.net/artifactory/api/gpg/key/public | sudo gpg --dearmor -o /etc/apt/trusted.gpg.d/adoptium.gpg
  echo "deb https://packages.adoptium.net/artifactory/deb \$(. /etc/os-release; echo \$VERSION_CODENAME) main" | sudo tee /etc/apt/sources.list.d/adoptium.list
  sudo apt-get update && sudo apt-get install -y temurin-$minimum_java-jdk
With SDKMAN:
  sdk install java $minimum_java-tem
Any other system:
  https://adoptium.net/temurin/releases/?version=$minimum_java
END
}
