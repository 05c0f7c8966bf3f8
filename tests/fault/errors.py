#!/usr/bin/env python3
"""Lets every call that changes the output folder fail: a clear error, no marker that is wrong, and a second run that ends right.

    errors.py KOPPEL --shim SHIM [--full] [--calls N]

A full disk and an I/O error end the run with status 1 and a message with the reason. A write that takes half and a call that a signal
interrupts change nothing.
"""
import harness

REASONS = {"enospc": "No space left on device", "eio": "Input/output error"}
# Calls by which the output comes about: a failure must not pass in silence.
WRITING = ("open", "write", "fsync", "close", "rename")
INTERRUPTED = ("open", "write", "fsync", "close", "truncate")  # what a signal can interrupt


class Errors:
    def __init__(self, chosen, scratch):
        self.chosen, self.job = chosen, harness.small_job(chosen, scratch, 16, 4)
        self.expected = self.job.complete(self.job.scratch / "expected")
        self.out = self.job.scratch / "out"
        self.calls = harness.calls(self.job, chosen.shim, self.out, "--threads", "1")
        self.count = dict.fromkeys(("ended", "unharmed"), 0)

    def at(self, number, act):
        name, path = self.calls[number - 1]
        what = f"{act} at call {number} ({name} {path})"
        harness.shutil.rmtree(self.out, ignore_errors=True)
        done = self.job.run(self.out, "--threads", "1", faults=harness.faults(self.chosen.shim, self.out, act, number))
        if done.returncode in harness.COMPLETE:
            must_end = act.rstrip("+") in REASONS and name in WRITING and not path.startswith(".koppel")
            harness.check(not must_end, f"{what}: the run said nothing of it")
            harness.check_same(self.expected, self.out, what)
            self.count["unharmed"] += 1
        else:
            self.ended(done, act, what)
        harness.check_same(self.job.complete(self.out), self.job.scratch / "expected", f"{what}, then run again")

    def ended(self, done, act, what):
        reason = REASONS.get(act.rstrip("+"))
        harness.check(reason, f"{what}: ended with {done.returncode}: {done.stderr}")
        harness.check(done.returncode == 1 and reason in done.stderr and "[io]" in done.stderr,
                      f"{what}: ended with {done.returncode} and {done.stderr!r}")
        harness.check_marker(self.expected, self.out, what, was_empty=True)
        self.count["ended"] += 1

    def all(self):
        for number in harness.spread(len(self.calls), self.chosen.calls):
            name = self.calls[number - 1][0]
            for act in ("enospc+", "eio"):
                self.at(number, act)
            if name == "write":
                self.at(number, "short")
            if name in INTERRUPTED:
                self.at(number, "eintr")
        # All of them at once.
        self.at(1, "short+")


def main(scratch):
    chosen = harness.flags(__doc__, calls=(10, 100_000, "calls that fail"))
    errors = Errors(chosen, scratch)
    errors.all()
    harness.check(errors.count["ended"] > 0 and errors.count["unharmed"] > 0, f"nothing was tried: {errors.count}")
    return f"{len(errors.calls)} calls; {errors.count['ended']} runs ended with an error, {errors.count['unharmed']} were none the worse"


if __name__ == "__main__":
    harness.main(main)
