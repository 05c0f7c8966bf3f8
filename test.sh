#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test.
#   ./test.sh              release build, all tests
#   ./test.sh asan|tsan    the same under a sanitizer
#   ./test.sh LABEL        one kind of test: unit, golden, integration, meta
set -euo pipefail
cd "$(dirname "$0")"
source core/cmake/install_packages.sh

preset=release
label=()
case "${1:-}" in
  "") ;;
  asan | tsan | dev) preset=$1 ;;
  unit | golden | integration | meta) label=(-L "$1") ;;
  *) echo "test.sh: '$1' is neither a sanitizer (asan, tsan) nor a label (unit, golden, integration, meta)" >&2; exit 2 ;;
esac
install_packages
cmake --preset "$preset" -DKOPPEL_TESTS=ON >/dev/null
cmake --build --preset "$preset"
ctest --preset "$preset" -j "$(nproc)" "${label[@]}"
