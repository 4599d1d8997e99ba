# Shared by app/run, tests/run and .ci/run (bash, sourced): installs what is missing and builds.
# Everything here speaks on standard error, so that a program's output stays alone on standard output.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build/release

application_packages=(
  g++ cmake ninja-build pkg-config ca-certificates
  qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev libqt6sql6-sqlite libsqlite3-dev libqt6sql6-mysql
  libmariadb-dev qtkeychain-qt6-dev
  qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libqscintilla2-qt6-dev
  nlohmann-json3-dev libcli11-dev libre2-dev libxlsxwriter-dev libzip-dev libsodium-dev
  fonts-dejavu-core fonts-wqy-microhei fonts-symbola # Letters of any language and signs, as product names have them.
)
services_packages=(
  libgrpc++-dev protobuf-compiler-grpc libprotobuf-dev protobuf-compiler libboost1.81-dev libssl-dev prometheus-cpp-dev
)
test_packages=(
  poppler-utils unzip mariadb-server openssl locales python3-grpcio python3-protobuf libyaml-cpp-dev mold
)
bench_packages=(libbenchmark-dev)
sanitizer_packages=(clang-14 libclang-rt-14-dev ccache)

say() { printf '%s\n' "$*" >&2; }

# install_missing yes|no PACKAGE...: installs the packages that are not there; `no` only says which are missing.
install_missing() {
  local allowed=$1 package missing=() become=()
  shift
  command -v dpkg-query >/dev/null || return 0 # Not Debian: CMake says what it misses.
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "Packages missing: ${missing[*]}"
  if [[ $allowed == no ]]; then
    say "Not installing them (--no-install). Install them with: apt-get install ${missing[*]}"
    return 1
  fi
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      say "Only root can install them and sudo is not here. Ask an administrator to run: apt-get install ${missing[*]}"
      return 1
    fi
    become=(sudo)
  fi
  say "Installing them…"
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 \
    && "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" >&2 \
    || { say "The packages could not be installed; the lines above say why."; return 1; }
}

# build_programs CMAKE_OPTION... -- TARGET...: configures and builds the release; quiet when nothing is to do.
build_programs() {
  local options=() output
  while (($#)) && [[ $1 != -- ]]; do options+=("$1"); shift; done
  shift
  if ! mkdir -p "$build" 2>/dev/null || [[ ! -w $build ]]; then
    say "Cannot write to $build. Run this as the owner of the project folder, or clone it into your own folder."
    return 1
  fi
  # A clone that was moved: what CMake wrote down leads to where it was.
  if [[ -f $build/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
    say "This folder was moved since it was built; building anew."
    rm -rf "$build" && mkdir -p "$build"
  fi
  exec 9>"$build/.lock"
  flock -n 9 || { say "Another build is running in $build; waiting for it…"; flock 9; }
  if [[ ! -f $build/build.ninja ]] || ((${#options[@]})); then
    output=$(cd "$root" && cmake --preset release "${options[@]}" 2>&1) || { say "$output"; say "Configuring failed."; return 1; }
  fi
  if ! (cd "$root" && NINJA_STATUS='Building [%f/%t] ' cmake --build "$build" --target "$@" 9>&- >&2); then
    say "The build failed; the lines above say where."
    return 1
  fi
  exec 9>&-
}
