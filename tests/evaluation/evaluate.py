#!/usr/bin/env python3
"""Run a pipeline on an evaluation set, score it with the set's own scorer, and hold the figures against a floor.

    evaluate.py hyphenation VARIANT KOPPEL SOURCE_DIR SHARED_DIR
    evaluate.py pdf LAYOUT KOPPEL SOURCE_DIR SHARED_DIR
    evaluate.py segmentation KOPPEL SOURCE_DIR SHARED_DIR

The floors of hyphenation and segmentation are the best baseline that the set's README gives. A PDF file must come out
in its right order, with at most one character in a thousand wrong.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

# variant: least accuracy of decisions, least paragraph F1, largest character error rate, all in per cent
HYPHENATION = {
    "L1.raw": (99.56, 92.2, 0.001),
    "L1.dbl": (99.04, 85.4, 1.738),
    "L2.raw": (99.54, 91.7, 0.125),
    "L2.layout": (91.92, 81.7, 6.339),
    "L3.raw": (98.78, 91.6, 0.123),
}

# largest character error rate of one document in per cent; a paragraph out of order costs more
PDF = 0.1

# document: least F1 of sentences, of tokens
SEGMENTATION = {
    "nl_alpino-dev": (86.99, 98.17),
    "nl_alpino-dev.par": (96.87, 98.17),
    "nl_lassysmall-dev": (79.91, 99.28),
    "nl_lassysmall-dev.par": (88.63, 99.28),
    "en_ewt-dev": (81.48, 95.31),
    "de_gsd-dev": (90.35, 97.01),
    "fr_gsd-dev": (93.85, 98.98),
}


def run(koppel, pipeline, folder, out):
    subprocess.run([koppel, "run", pipeline, "--input", folder, "--out", out, "--quiet", "--no-report"], check=True)


def score(*arguments):
    done = subprocess.run([sys.executable, *map(str, arguments), "--json"], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def hyphenation(variant, koppel, source, shared):
    kit = shared / "eval" / "hyphenation"
    with tempfile.TemporaryDirectory() as scratch:
        run(koppel, source / "pipelines/repair.yaml", kit / "extracted" / variant, scratch)
        total = score(kit / "score.py", "--variant", variant, f"{scratch}/text")["groups"]["total"]
    accuracy, paragraphs, errors = HYPHENATION[variant]
    got = (total["accuracy"], total["paragraph_f1"], total["cer"])
    print(f"{variant}: decisions {got[0]:.2f} % ({total['errors']} errors of {total['breaks']}), "
          f"paragraph F1 {got[1]:.1f}, characters wrong {got[2]:.3f} %, damaged words in 1000 {total['damaged_per_1000']:.2f}")
    return got[0] >= accuracy and got[1] >= paragraphs and round(got[2], 3) <= errors


def pdf(layout, koppel, source, shared):
    kit = shared / "eval" / "hyphenation"
    sys.path.insert(0, str(kit))
    from score import edit_distance, read
    good = True
    with tempfile.TemporaryDirectory() as scratch:
        run(koppel, source / "pipelines/repair.yaml", kit / "pdf" / layout, scratch)
        for file in sorted((kit / "pdf" / layout).glob("*.pdf")):
            name = f"{file.stem}.txt"
            gold, got = (" ".join(read(text).split()) for text in (kit / "gold" / name, f"{scratch}/text/{name}"))
            wrong = 100 * edit_distance(gold, got) / len(gold)
            print(f"{file.stem}: characters wrong {wrong:.3f} %")
            good = good and wrong <= PDF
    return good


def predictions(documents):
    """The interchange form of sentences and tokens: spans in the source."""
    for line in documents.open(encoding="utf-8"):
        document = json.loads(line)
        spans = {plural: [[row["source_begin"], row["source_end"]] for row in document["layers"][layer]]
                 for plural, layer in (("sentences", "sentence"), ("tokens", "token"))}
        yield json.dumps({"doc": document["id"], **spans})


def segmentation(koppel, source, shared):
    kit = shared / "eval" / "segmentation"
    with tempfile.TemporaryDirectory() as scratch:
        out = pathlib.Path(scratch)
        run(koppel, source / "pipelines/segment.yaml", kit / "raw", out)
        (out / "predictions.jsonl").write_text("\n".join(predictions(out / "documents.jsonl")), encoding="utf-8")
        docs = score(kit / "score.py", out / "predictions.jsonl")["docs"]
    good = True
    for name, (sentences, tokens) in SEGMENTATION.items():
        got = (docs[name]["sentences"]["f1"], docs[name]["tokens"]["f1"])
        print(f"{name}: sentence F1 {got[0]:.2f} (floor {sentences}), token F1 {got[1]:.2f} (floor {tokens})")
        good = good and got[0] >= sentences and got[1] >= tokens
    return good


def main():
    what, *rest = sys.argv[1:]
    variant = [rest.pop(0)] if what in ("hyphenation", "pdf") else []
    koppel, source, shared = (pathlib.Path(p).resolve() for p in rest)
    return 0 if globals()[what](*variant, koppel, source, shared) else 1


if __name__ == "__main__":
    sys.exit(main())
