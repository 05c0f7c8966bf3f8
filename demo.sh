#!/usr/bin/env bash
# Installs what is missing, builds, runs the main pipeline on the sample corpus, and says where to look.
#   ./demo.sh [OUT]        default: out
set -euo pipefail
cd "$(dirname "$0")"
source core/cmake/install_packages.sh

out=${1:-out}
install_packages
cmake --preset release -DKOPPEL_TESTS=OFF >/dev/null
cmake --build --preset release
status=0
build/release/bin/koppel run pipelines/welzijn.yaml --out "$out" || status=$?
[ "$status" -eq 0 ] || exit "$status"
cat <<EOF

What the run wrote:
  $out/report.html      the run, and every document with its repairs, speakers and sentiment: open it in a browser
  $out/text/            repaired text, one file a document
  $out/statements.csv   who says what to whom, and how they feel about it
  $out/artefacts.tsv    every repair, made or left alone, with its rule
  $out/documents.jsonl  all layers
  $out/run.json         counts, times, versions

Next: build/release/bin/koppel show $out/documents.jsonl interview
      build/release/bin/koppel plan pipelines/welzijn.yaml
      docs/tutorial/first_pipeline.md
EOF
