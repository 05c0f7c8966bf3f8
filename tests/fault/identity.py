#!/usr/bin/env python3
"""The main pipeline writes the same bytes over generated documents, whatever the number of threads and the size of parts.

    identity.py KOPPEL [--full] [--documents N]
"""
import harness


def main(scratch):
    chosen = harness.flags(__doc__, documents=(150, 2000, "documents"))
    job = harness.Job(chosen.koppel, scratch, harness.SOURCE / "pipelines/welzijn.yaml")
    harness.generate.make_corpus(job.input, chosen.documents)
    expected, runs = None, 0
    for threads in (1, 2, 8):
        for size in ([], ["--part-size", "20KB"]):
            out = job.scratch / "out"
            found = job.complete(out, "--threads", threads, *size)
            expected = expected or found
            differs = harness.difference(expected, found)
            harness.check(not differs, f"{threads} threads {' '.join(size)}: {differs}")
            harness.shutil.rmtree(out)
            runs += 1
    return f"{chosen.documents} documents, {runs} runs, all {len(expected)} files the same"


if __name__ == "__main__":
    harness.main(main)
