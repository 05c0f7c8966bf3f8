#!/usr/bin/env bash
# Builds the benchmarks and prints their ratios. Nothing else should run on the machine meanwhile.
set -euo pipefail
cd "$(dirname "$0")/../.."
cmake --preset release -DKOPPEL_BENCHMARKS=ON >/dev/null
cmake --build --preset release --target koppel all
build/release/benchmark/framework_benchmark --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
build/release/benchmark/end_to_end_benchmark
build/release/benchmark/repair_benchmark
build/release/benchmark/memory_benchmark
build/release/benchmark/provenance_benchmark
python3 tests/benchmark/components.py build/release/bin/koppel
