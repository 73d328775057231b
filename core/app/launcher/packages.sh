# shellcheck shell=bash disable=SC2154,SC2034  # variables cross from one sourced file to the next
# Says which system packages are missing and installs them with apt. Sourced by the launcher.

# One line a package: for whom, its name in Debian and Ubuntu, and what shows that it is there:
# commands (any of them), a /file, or lib:NAME for a library the loader knows.
readonly packages='
loop       ocl-icd-libopencl1    lib:libOpenCL.so.1
loop       pocl-opencl-icd       /etc/OpenCL/vendors/pocl.icd
loop       oclgrind              oclgrind
loop       gcc                   gcc
loop       libc6-dev             /usr/include/stdio.h
loop       clang                 clang
loop       binutils              objdump
loop       bubblewrap            bwrap
loop       util-linux            prlimit
loop       procps                ps
loop       maven                 mvn
model      python3-pip           pip3,pip
hardware   yosys                 yosys
hardware   berkeley-abc          berkeley-abc
hardware   verilator             verilator
hardware   g++                   g++
hardware   nextpnr-ice40         nextpnr-ice40
browser    chromium              chromium,chromium-browser,google-chrome,google-chrome-stable
benchmarks libopenblas0-pthread  lib:libopenblas.so.0
benchmarks libclblast1           lib:libclblast.so.1
benchmarks clblast-utils         clblast_tuner_xgemm
'

# missing_packages PURPOSE...: the names of the packages that are not there, one a line.
missing_packages() {
  local wanted=" $* " loader purpose package probes
  loader=$({ ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null)
  while read -r purpose package probes; do
    [[ -n $purpose && $wanted == *" $purpose "* ]] || continue
    is_there "$probes" "$loader" || printf '%s\n' "$package"
  done <<<"$packages"
}

is_there() {
  local probe probes
  IFS=, read -ra probes <<<"$1"
  for probe in "${probes[@]}"; do
    case $probe in
      lib:*) [[ $2 != *"${probe#lib:} "* ]] || return 0 ;;
      /*) [[ ! -e $probe ]] || return 0 ;;
      *) [[ -z $(type -P "$probe") ]] || return 0 ;;
    esac
  done
  return 1
}

# install_missing PURPOSE...: installs what is missing and sets `installed` and `still_missing`.
# Ends with 3 where that cannot be done; what the system's lists do not offer is said and left out.
install_missing() {
  local -a missing offered=()
  local package
  installed=() still_missing=()
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if [[ -z $(type -P apt-get) ]]; then
    say "Missing on this system: ${missing[*]} (as Debian and Ubuntu name them)." \
      "Only apt is known here: install them by hand, then run the command again."
    exit 3
  fi
  become_root "${missing[@]}"
  compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null || apt_get update || exit 3
  for package in "${missing[@]}"; do
    ! is_offered "$package" || offered+=("$package")
  done
  if ((${#offered[@]})); then
    say "Installing with apt: ${offered[*]}"
    apt_install "${offered[@]}" || { apt_get update && apt_install "${offered[@]}"; } || {
      say "By hand: sudo apt-get install --no-install-recommends ${offered[*]}"
      exit 3
    }
    installed=("${offered[@]}")
    hash -r
  fi
  mapfile -t still_missing < <(missing_packages "$@")
  ((!${#still_missing[@]})) ||
    say "Still missing, because apt does not offer it here: ${still_missing[*]}. What needs it will say so."
}

become_root() {
  as_root=()
  ((EUID)) || return 0
  if [[ -z $(type -P sudo) ]]; then
    say "Missing: $*. Installing them takes root, and sudo is not here. As root:" \
      "  apt-get update && apt-get install -y --no-install-recommends $*"
    exit 3
  fi
  as_root=(sudo)
  # Without a terminal nobody can type a password.
  [[ -z ${CI:-} ]] && { : </dev/tty; } 2>/dev/null || as_root=(sudo -n)
}

apt_install() { apt_get install --no-install-recommends "$@"; }

# apt_get ARGS...: unattended, silent when all goes well.
apt_get() {
  local log
  log=$("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -y -q -o DPkg::Lock::Timeout=300 "$@" </dev/null 2>&1) || {
    say "apt-get $1 failed:" "$(tail -n 20 <<<"$log")"
    return 1
  }
}

is_offered() {
  local policy
  policy=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null)
  [[ $policy =~ Candidate:\ [^\(] ]]
}
