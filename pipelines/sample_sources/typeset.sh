#!/bin/sh
# Typesets column.tex and report.tex into the folder above. See README.md.
set -eu
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A fixed clock, so that a second run writes the same bytes.
export SOURCE_DATE_EPOCH=1704067200 FORCE_SOURCE_DATE=1 TZ=UTC

for name in column report; do
  # Twice: the first run may shift page breaks after the aux file is read.
  for _ in 1 2; do
    pdflatex -interaction=batchmode -halt-on-error -output-directory="$work" "$name.tex" >/dev/null
  done
  cp "$work/$name.pdf" "../sample/$name.pdf"
done
