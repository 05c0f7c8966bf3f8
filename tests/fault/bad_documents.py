#!/usr/bin/env python3
"""Bad documents among good ones: each is put aside by the right step for the right reason, and the good ones are in the output.

    bad_documents.py KOPPEL [--full] [--documents N] [--bad N] [--time]

--time also runs the good documents alone and prints how much slower the bad ones make the others.
"""
import json
import resource
import statistics
import sys

import harness


def pipeline(scratch):
    """The main pipeline, with a reader for each kind of damage."""
    text = (harness.SOURCE / "pipelines/welzijn.yaml").read_text(encoding="utf-8")
    path = harness.pathlib.Path(scratch, "pipeline.yaml")
    path.write_text(text.replace("\nsteps:\n", "\n  - use: read.koppel\nsteps:\n", 1), encoding="utf-8")
    return path


def check_reasons(job, out, expected):
    put_aside = {}
    for line in (out / "quarantine/index.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        file = harness.pathlib.Path(entry["uri"].split("#")[0]).relative_to(job.input).as_posix()
        harness.check(file not in put_aside, f"{file} was put aside twice")
        put_aside[file] = entry
    for file, step, kind, words in expected:
        entry = put_aside.pop(file, None)
        harness.check(entry, f"{file} was not put aside")
        harness.check((entry["step"], entry["kind"]) == (step, kind) and words in entry["reason"],
                      f"{file}: expected {step}, {kind}, {words!r}; found {entry}")
    harness.check(not put_aside, f"put aside without a reason to: {put_aside}")


def seconds(job, out):
    """By the clock and of the processors."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    job.complete(out)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock = json.loads((out / "run.json").read_bytes())["time"]["seconds"]
    harness.shutil.rmtree(out)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def loss(job, out, expected):
    """Of throughput, by the median of three runs of each, one after the other in turn."""
    good = harness.Job(job.koppel, job.scratch, job.pipeline, job.options)
    good.input = job.scratch / "good"
    harness.copy(job.input, good.input)
    for file, *_ in expected:
        path = good.input / file
        if path.suffix == ".jsonl":
            path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
        else:
            path.unlink()
    pairs = [(seconds(job, out), seconds(good, out)) for _ in range(3)]
    said = ""
    for number, what in enumerate(("by the clock", "of the processors")):
        mixed, alone = (statistics.median(side[number] for side in sides) for sides in zip(*pairs))
        said += f"; {mixed:.2f} s {what}, {alone:.2f} s for the good ones alone: {100 * (mixed / alone - 1):+.1f} %"
    return said


def main(scratch):
    timed = "--time" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--time"]
    chosen = harness.flags(__doc__, documents=(240, 10_000, "documents"), bad=(24, 100, "bad ones among them"))
    job, out = harness.Job(chosen.koppel, scratch, pipeline(scratch), ["--no-report"]), harness.pathlib.Path(scratch, "out")
    expected = harness.generate.make_corpus(job.input, chosen.documents, chosen.bad)
    job.complete(out)
    counts = json.loads((out / "run.json").read_bytes())["counts"]
    found = [counts[name] for name in ("read", "output", "quarantined")]
    harness.check(found == [chosen.documents, chosen.documents - chosen.bad, chosen.bad], f"{found} of {chosen.documents}, {chosen.bad} bad")
    check_reasons(job, out, expected)
    ways = len({(step, words) for _, step, _, words in expected})
    harness.shutil.rmtree(out)
    return f"{found[0]} read, {found[1]} written, {found[2]} put aside in {ways} ways" + (loss(job, out, expected) if timed else "")


if __name__ == "__main__":
    harness.main(main)
