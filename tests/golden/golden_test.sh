#!/usr/bin/env bash
# Runs a pipeline and compares what comes out with what was approved, one line per edit and annotation.
#   golden_test.sh KOPPEL PIPELINE INPUT EXPECTED [--accept]
# EXPECTED is a folder with one <document>.dump each. --accept writes it anew: read the difference before you commit it.
set -euo pipefail
koppel=$1 pipeline=$2 input=$3 expected=$4 accept=${5:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$koppel" run "$pipeline" --input "$input" --out "$scratch/out" --quiet --no-report --strict
mkdir "$scratch/dumps"
# Tokens, lines and word boxes would drown the rest, and so would whole paragraphs; they have tests of their own.
while read -r id; do
  "$koppel" show "$scratch/out/documents.jsonl" "$id" --dump | grep -Ev '^(token|line|box|evidence) ' |
    LC_ALL=C.UTF-8 sed -E 's/^(.{200}).+/\1…/' >"$scratch/dumps/${id//\//_}.dump"
done < <(python3 -c 'import json,sys
for line in open(sys.argv[1], encoding="utf-8"): print(json.loads(line)["id"])' "$scratch/out/documents.jsonl")

if [ "$accept" = --accept ]; then
  rm -rf "$expected" && cp -r "$scratch/dumps" "$expected"
else
  diff -ru "$expected" "$scratch/dumps" ||
    { echo "differs from what was approved; if that is meant: $0 $koppel $pipeline $input $expected --accept" >&2; exit 1; }
fi
