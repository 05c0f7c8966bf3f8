#!/usr/bin/env bash
# Holds the program's words against each other: meta_test.sh CASE KOPPEL SOURCE_DIR
set -euo pipefail
case=$1 koppel=$2 source=$3
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() { echo "$*" >&2; exit 1; }

# Every command and subcommand, as "run", "plugins list", …
commands() {
  local command sub
  for command in $("$koppel" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    subs=$("$koppel" "$command" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
    if [ -z "$subs" ]; then echo "$command"; else for sub in $subs; do echo "$command $sub"; done; fi
  done
}

case $case in
  help) # every command's help has an example
    list=$(commands)
    [ "$(wc -l <<<"$list")" -ge 7 ] || fail "only these commands were found: $list"
    while read -r command; do
      # shellcheck disable=SC2086
      "$koppel" $command --help | grep -qi '^examples\?:' || fail "koppel $command --help has no example"
    done <<<"$list"
    ;;
  reference) # the pages of the components are what the manifests say
    "$koppel" plugins describe --all --format=markdown --output "$scratch/components" >/dev/null
    diff -r "$scratch/components" "$source/docs/reference/components" ||
      fail "docs/reference/components is out of date: koppel plugins describe --all --format=markdown --output docs/reference/components"
    ;;
  pipelines) # every pipeline of the repository is valid
    "$koppel" check "$source"/pipelines/*.yaml
    ;;
  usage) # wrong usage is refused with status 2
    for arguments in "" "runn" "run" "run --nonsense x.yaml" "show" "repairs" "diff" "diff one" "verify" "plugins describe no.such"; do
      status=0
      # shellcheck disable=SC2086
      "$koppel" $arguments >/dev/null 2>"$scratch/err" || status=$?
      [ "$status" -eq 2 ] || fail "koppel $arguments ended with $status"
      [ -s "$scratch/err" ] || fail "koppel $arguments said nothing"
    done
    ;;
  versions) # --version names the libraries
    for name in koppel protobuf icu unicode cldr tbb openssl zstd simdjson yaml-cpp re2 hunspell poppler gumbo cli11 spdlog fmt boost; do
      "$koppel" --version | grep -Eq "^$name +[^ ]*[0-9]" || fail "--version does not name $name"
    done
    ;;
  boost) # Boost.DLL is included in one file
    found=$(grep -rlE '#include <boost/dll' "$source/core" "$source/plugins" | wc -l)
    [ "$found" -eq 1 ] || fail "Boost.DLL is included in $found files"
    ;;
  *) fail "no case $case" ;;
esac
