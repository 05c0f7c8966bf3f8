#!/usr/bin/env python3
"""Run the main pipeline on the five real documents and check what was promised of them.

    welzijn.py KOPPEL SOURCE_DIR SHARED_DIR
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

failures = []


def check(holds, what):
    if not holds:
        failures.append(what)


def check_offsets(document, source):
    """Every annotation lies in the source on whole characters, and where nothing was edited it covers the same text."""
    text = document["text"].encode()
    same = total = 0
    for name, rows in document["layers"].items():
        for row in rows:
            part = source[row["source_begin"]:row["source_end"]]
            here = text[row["begin"]:row["end"]]
            try:
                part = part.decode()
            except UnicodeDecodeError:
                failures.append(f"{document['id']}: {name} {row} splits a character of the source")
                continue
            if name == "token":
                total += 1
                same += part == here.decode()
                letters = [c for c in part if c.isalnum()]
                check(len(letters) >= len([c for c in here.decode() if c.isalnum()]) - 1,
                      f"{document['id']}: token {here!r} comes from {part!r}")
    check(same > 0.97 * total, f"{document['id']}: only {same} of {total} tokens stand so in the source")


def check_hyphens(out):
    with open(out / "artefacts.tsv", encoding="utf-8") as table:
        rows = [r for r in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
                if r["document"].startswith("001") and r["kind"] == "hyphen"]
    check(len(rows) == 43, f"001: {len(rows)} line-end hyphens were decided, not 43")
    kept = [r for r in rows if r["decision"] == "keep"]
    check(len(kept) == 3, f"001: {len(kept)} hyphens were kept, not 3")
    left = [r for r in rows if r["decision"] == "abstain"]
    check(len(left) == 2, f"001: {len(left)} were left alone, not 2")
    check(any(r["rule"] == "trema" for r in rows), "001: no trema was restored")


def check_turns(documents):
    for number, comments, boilerplate in (("002", 6, 4), ("003", 6, 4), ("004", 2, 4)):
        turns = next(d for d in documents if d["id"].startswith(number))["layers"]["turn"]
        ordinals = [t["ordinal"] for t in turns if t["kind"] == "comment"]
        check(ordinals == list(range(1, comments + 1)), f"{number}: comments {ordinals}")
        check(sum(t["kind"] == "article" for t in turns) == 1, f"{number}: not one article")
        found = sum(t["kind"] == "boilerplate" for t in turns)
        check(found == boilerplate, f"{number}: {found} lines of boilerplate")


def main():
    koppel, source, shared = (pathlib.Path(p).resolve() for p in sys.argv[1:])
    corpus = shared / "corpus" / "welzijn"
    with tempfile.TemporaryDirectory() as scratch:
        out = pathlib.Path(scratch)
        subprocess.run([koppel, "run", source / "pipelines/welzijn.yaml", "--input", corpus, "--out", out, "--quiet"],
                       check=True)
        counts = json.loads((out / "run.json").read_text(encoding="utf-8"))["counts"]
        check(counts["output"] == 5 and counts["quarantined"] == 0, f"counts: {counts}")
        documents = [json.loads(line) for line in (out / "documents.jsonl").open(encoding="utf-8")]
        for document in documents:
            check_offsets(document, (corpus / (document["id"] + ".txt")).read_bytes())
        check(5 <= len(documents[0]["layers"]["paragraph"]) <= 10, "000: not paragraphs but lines")
        check("cre\u00ebert" in documents[1]["text"], "001: the trema is not restored")
        check_hyphens(out)
        check_turns(documents)
    print("\n".join(failures) or "the five documents hold")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
