#!/usr/bin/env python3
"""Two processes on one output folder: one refuses and says why, or both end right. What is there in the end is an undisturbed run.

    rivals.py KOPPEL [--full] [--rounds N]
"""
import random
import time

import harness


def main(scratch):
    chosen = harness.flags(__doc__, rounds=(6, 100, "pairs of processes"))
    job, chance, refused = harness.small_job(chosen, scratch, 60, 4), random.Random(1), 0
    began = time.monotonic()
    expected = job.complete(job.scratch / "expected")
    seconds, out = time.monotonic() - began, job.scratch / "out"
    for number in range(chosen.rounds):
        harness.shutil.rmtree(out, ignore_errors=True)
        first = job.start(out, "--threads", "2")
        time.sleep(chance.choice([0, chance.uniform(0, seconds)]))
        second = job.start(out, "--threads", "2")
        outcomes = [(process.communicate()[1], process.returncode) for process in (first, second)]
        for said, status in outcomes:
            if status in harness.COMPLETE:
                continue
            refused += 1
            harness.check(status in (1, 2) and str(out) in said, f"pair {number}: ended with {status} and {said!r}")
        harness.check(any(status in harness.COMPLETE for _, status in outcomes), f"pair {number}: none ended: {outcomes}")
        harness.check_same(expected, out, f"pair {number}, {outcomes}")
        differs = harness.difference(expected, job.complete(out))
        harness.check(not differs, f"pair {number}, then run again: {differs}")
    return f"{chosen.rounds} pairs of processes, {refused} refused"


if __name__ == "__main__":
    harness.main(main)
