#!/usr/bin/env python3
"""Kills runs with SIGKILL and starts them again: the second one ends with the bytes of an undisturbed run, whenever the first one died.

    kills.py KOPPEL --shim SHIM [--full] [--kills N] [--calls N]

Kills at random instants, some of them twice in a row, and before and after every call that changes the folder, also so that files lose what
no fsync has secured; in an empty folder and in one that holds a complete run of another configuration.
"""
import random
import time

import harness

OTHER = ["--set", "write.tsv.layers=[region]", "--set", "write.tsv.columns=[document, kind]"]


class Kills:
    def __init__(self, chosen, scratch):
        self.chosen, self.random = chosen, random.Random(1)
        self.job = harness.small_job(chosen, scratch, 16, 4)
        self.out, self.old = self.job.scratch / "out", self.job.scratch / "old"
        self.of_old = self.job.complete(self.old, *OTHER)
        began = time.monotonic()
        self.expected = self.job.complete(self.job.scratch / "expected")
        self.seconds = time.monotonic() - began

    def prepare(self, old):
        harness.shutil.rmtree(self.out, ignore_errors=True)
        if old:
            harness.copy(self.old, self.out)

    def finish(self, what, was_empty=False):
        # A complete run of the other configuration has a marker of its own until the new one begins.
        if not self.is_old_run():
            harness.check_marker(self.expected, self.out, what, was_empty)
        found = self.job.complete(self.out, "--threads", self.random.choice([1, 2, 8]))
        differs = harness.difference(self.expected, found)
        harness.check(not differs, f"{what}, then run to the end: {differs}")

    def is_old_run(self):
        return self.out.exists() and not harness.difference(self.of_old, harness.snapshot(self.out))

    def at_random(self):
        """Whether the process was killed; it may have ended before."""
        self.prepare(self.random.random() < 0.5)
        times = [self.random.uniform(0, self.seconds) for _ in range(self.random.choice([1, 1, 2]))]
        killed = False
        for seconds in times:
            process = self.job.start(self.out, "--threads", "2")
            time.sleep(seconds)
            process.kill()
            process.communicate()
            killed = killed or process.returncode == -9
        self.finish(f"killed after {times} s")
        return killed

    def at_call(self, number, act, old, call):
        self.prepare(old)
        done = self.job.run(self.out, "--threads", "1", faults=harness.faults(self.chosen.shim, self.out, act, number))
        what = f"{act} at call {number} ({' '.join(call)}) {'over another run' if old else 'in an empty folder'}"
        # Calls of a thread that works by the clock may be fewer this time.
        harness.check(done.returncode == -9 or done.returncode in harness.COMPLETE, f"{what}: ended with {done.returncode}")
        self.finish(what, not old)
        return done.returncode == -9

    def at_calls(self, old):
        self.prepare(old)
        calls = harness.calls(self.job, self.chosen.shim, self.out, "--threads", "1")
        kills = 0
        for i, number in enumerate(harness.spread(len(calls), self.chosen.calls)):
            acts = ("kill_before", "kill_after", "lose")
            for act in acts if self.chosen.full else [acts[i % len(acts)]]:
                kills += self.at_call(number, act, old, calls[number - 1])
        return kills, len(calls)


def main(scratch):
    chosen = harness.flags(__doc__, kills=(8, 200, "kills at random instants"), calls=(12, 100_000, "calls to kill at, of each folder"))
    kills = Kills(chosen, scratch)
    at_random = 0
    while at_random < chosen.kills:
        at_random += kills.at_random()
    empty, of_empty = kills.at_calls(old=False)
    over, of_over = kills.at_calls(old=True)
    harness.check(empty > 0 and over > 0, "no call was killed at")
    return f"{at_random} kills at random, {empty} at {of_empty} calls in an empty folder, {over} at {of_over} calls over another run"


if __name__ == "__main__":
    harness.main(main)
