#!/usr/bin/env bash
# Runs fuzz targets, two at a time, each for some seconds.
#   run.sh FOLDER SECONDS [TARGET...]
# FOLDER holds the targets (fuzz_*); what they find of new inputs stays in FOLDER/corpus, inputs that break something in
# FOLDER/found, what was said in FOLDER/logs. They start from files that the tree has anyway.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$1 seconds=$2
shift 2
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=($(cd "$folder" && ls -d fuzz_*))

seeds() {
  case $1 in
    fuzz_read_html) echo pipelines/sample/*.html ;;
    fuzz_read_pdf) echo pipelines/sample/*.pdf plugins/read_pdf/tests/fixtures/*.pdf ;;
    fuzz_read_jsonl) echo pipelines/sample/*.jsonl ;;
    fuzz_read_alto) echo pipelines/sample/*.alto.xml ;;
    fuzz_read_page) echo plugins/read_ocr/tests/golden/page/input.* ;;
    fuzz_read_hocr) echo plugins/read_ocr/tests/golden/hocr/input.* ;;
    fuzz_read_text | fuzz_layout | fuzz_dehyphenate) echo pipelines/sample/*.txt ;;
  esac
}

run() {
  local target=$1 options=(-max_total_time="$2" -timeout=30 -seed=1 -rss_limit_mb=3000 -print_final_stats=1 -print_funcs=0)
  mkdir -p "$folder/corpus/$target" "$folder/found" "$folder/logs"
  local log=$folder/logs/$target.log
  local dictionary; dictionary=$(echo plugins/*/tests/fuzz/"${target#fuzz_}".dict)
  [ -e "$dictionary" ] && options+=(-dict="$dictionary")
  local files; files=$(seeds "$target")
  [ -n "$files" ] && options+=(-seed_inputs="${files// /,}")
  if "$folder/$target" "${options[@]}" -artifact_prefix="$folder/found/$target-" "$folder/corpus/$target" \
    >"$log" 2>&1; then
    echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, nothing found"
  else
    echo "$target: see $log"
    tail -n 40 "$log"
    return 1
  fi
}
export -f run seeds
export folder
printf '%s\n' "${targets[@]}" | xargs -P 2 -I {} bash -c 'run {} '"$seconds"
