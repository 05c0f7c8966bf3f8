#!/usr/bin/env bash
# Installs what is missing, builds, and runs tests.
#   ./test.sh              release build, every test
#   ./test.sh LABEL        one kind: unit, golden, integration, fault, meta
#   ./test.sh asan         every test under AddressSanitizer and UndefinedBehaviorSanitizer
#   ./test.sh tsan         what uses threads, under ThreadSanitizer
#   ./test.sh fuzz [SECS]  every fuzz target for a minute, or as long as is said
set -euo pipefail
cd "$(dirname "$0")"
source core/cmake/install_packages.sh

preset=release targets=(all) tests=()
case "${1:-}" in
  "") ;;
  asan | dev) preset=$1 ;;
  fuzz)
    install_packages
    cmake --preset fuzz >/dev/null
    cmake --build --preset fuzz --target fuzz_targets
    exec tests/fuzz/run.sh build/fuzz/fuzz "${2:-60}"
    ;;
  tsan) preset=tsan targets=(run_test runtime_test) tests=(-R '^(run_test|runtime_test)$') ;;
  unit | golden | integration | fault | meta) tests=(-L "$1") ;;
  *) echo "test.sh: '$1' is neither asan, tsan, fuzz nor a kind of test (unit, golden, integration, fault, meta)" >&2; exit 2 ;;
esac
install_packages
cmake --preset "$preset" -DKOPPEL_TESTS=ON >/dev/null
cmake --build --preset "$preset" --target "${targets[@]}"
ctest --preset "$preset" -j "$(nproc)" "${tests[@]}"
