"""What the tests of faults share: generated input, runs with and without faults, and what a run leaves behind."""
import argparse
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "generate"))
import generate  # noqa: E402

COMPLETE = (0, 3)  # 3: some documents were quarantined


def flags(description, **counts):
    """Command line of a test. `counts`: name=(count in CI, count in full, what)."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("koppel", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--shim", type=lambda path: pathlib.Path(path).resolve(), help="library that shim.c becomes")
    parser.add_argument("--full", action="store_true", default=bool(os.environ.get("KOPPEL_FAULT_FULL")),
                        help="all of the counts; so does the environment variable KOPPEL_FAULT_FULL")
    for name, (small, full, what) in counts.items():
        parser.add_argument(f"--{name}", type=int, help=f"{what}: {small}, or {full} in full")
    chosen = parser.parse_args()
    for name, (small, full, _) in counts.items():
        if getattr(chosen, name) is None:
            setattr(chosen, name, full if chosen.full else small)
    return chosen


class Job:
    """One pipeline over one input, with an undisturbed run to compare others with."""

    def __init__(self, koppel, scratch, pipeline=HERE / "pipeline.yaml", options=()):
        self.koppel, self.scratch, self.pipeline = koppel, pathlib.Path(scratch), pipeline
        self.input, self.options = self.scratch / "in", list(options)
        self.environment = dict(os.environ, ASAN_OPTIONS="detect_leaks=0")

    def command(self, out, *more):
        return [self.koppel, "run", self.pipeline, "--input", self.input, "--out", out, "--quiet", *self.options, *more]

    def start(self, out, *more, faults=None):
        environment = dict(self.environment, **faults) if faults else self.environment
        return subprocess.Popen(list(map(str, self.command(out, *more))), env=environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def run(self, out, *more, faults=None):
        """The process, ended, with its `stderr` as text."""
        process = self.start(out, *more, faults=faults)
        _, process.stderr = process.communicate()
        return process

    def complete(self, out, *more):
        """Runs to the end and returns what is there then."""
        done = self.run(out, *more)
        check(done.returncode in COMPLETE, f"a run without faults ended with {done.returncode}: {done.stderr}")
        check_counts(out)
        return snapshot(out)


def small_job(chosen, scratch, documents, bad=0):
    """One with little input, in several parts where runs have parts."""
    job = Job(chosen.koppel, scratch)
    generate.make_corpus(job.input, documents, bad, chosen=[".txt", ".jsonl", ".txt.gz"])
    for path in job.input.rglob("*"):
        if path.suffix in (".pdf", ".koppel") or path.name.endswith(".alto.xml"):
            path.unlink()  # damage to what this pipeline does not read
    job.options += ["--part-size", "4KB"]
    return job


class Failed(Exception):
    pass


def check(holds, message):
    if not holds:
        raise Failed(message)


# --- what a run leaves behind -------------------------------------------------------------------------------------


def plain_run(data):
    """run.json without times, without what names this very run, and without how much an earlier one had done."""
    run = json.loads(data)
    run.pop("time")
    run.pop("invocation")
    run["counts"].pop("reused")
    for step in run["steps"]:
        step.pop("seconds")
        step.pop("reused")
    return json.dumps(run, sort_keys=True).encode()


def snapshot(out):
    """Path below the folder → digest of the file, times left out. What is below .koppel belongs to the program itself."""
    files = {}
    for path in sorted(pathlib.Path(out).rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and not name.startswith(".koppel/"):
            data = path.read_bytes()
            files[name] = hashlib.sha256(plain_run(data) if name == "run.json" else data).hexdigest()
    return files


def difference(expected, found):
    """Nothing where they are equal."""
    lines = [f"missing: {name}" for name in expected if name not in found]
    lines += [f"too much: {name}" for name in found if name not in expected]
    lines += [f"differs: {name}" for name in expected if name in found and found[name] != expected[name]]
    return "; ".join(lines)


def check_same(expected, out, what):
    differs = difference(expected, snapshot(out))
    check(not differs, f"{what}: {differs} (in {out})")


def check_counts(out):
    """None lost, none twice."""
    counts = json.loads((pathlib.Path(out) / "run.json").read_bytes())["counts"]
    check(counts["balanced"] and counts["read"] == counts["output"] + counts["filtered"] + counts["quarantined"],
          f"the counts do not balance: {counts}")
    digests = pathlib.Path(out, "digests.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["document"] for line in digests]
    check(len(ids) == len(set(ids)) == counts["output"], f"{len(ids)} documents with {len(set(ids))} ids, {counts['output']} counted")
    index = pathlib.Path(out, "quarantine/index.jsonl")
    put_aside = len(index.read_text(encoding="utf-8").splitlines()) if index.exists() else 0
    check(put_aside == counts["quarantined"], f"{put_aside} in the index of the quarantine, {counts['quarantined']} counted")


def check_marker(expected, out, what, was_empty):
    """Of a run that was stopped: what says that it is complete must be right. Files that were growing carry their own mark."""
    out = pathlib.Path(out)
    found = {name: digest for name, digest in snapshot(out).items() if not name.endswith(".part")} if out.exists() else {}
    if (out / ".koppel/complete.json").exists():
        wrong = difference(expected, found)
        check(not wrong, f"{what}: complete.json is there, but {wrong}")
    if was_empty and found.get("run.json") == expected["run.json"]:
        # It is written when the writers are done; the page comes after it.
        wrong = difference({**expected, "report.html": found.get("report.html")}, {"report.html": None, **found})
        check(not wrong, f"{what}: run.json is there, but {wrong}")


# --- faults -------------------------------------------------------------------------------------------------------


def faults(shim, out, act=None, at=0, log=None):
    """Environment in which the shim acts on the at-th call that changes something below the folder."""
    settings = {"LD_PRELOAD": str(shim), "KOPPEL_FAULT_FOLDER": str(pathlib.Path(out).resolve())}
    if act:
        settings |= {"KOPPEL_FAULT_ACT": act, "KOPPEL_FAULT_AT": str(at)}
    if log:
        settings["KOPPEL_FAULT_LOG"] = str(log)
    return settings


def calls(job, shim, out, *more):
    """The calls of an undisturbed run: list of (name, path below the folder)."""
    log = job.scratch / "calls.log"
    log.unlink(missing_ok=True)
    done = job.run(out, *more, faults=faults(shim, out, log=log))
    check(done.returncode in COMPLETE, f"the run under the shim ended with {done.returncode}: {done.stderr}")
    lines = [line.split("\t") for line in log.read_text(encoding="utf-8").splitlines()]
    check([int(number) for number, *_ in lines] == list(range(1, len(lines) + 1)), "the shim's numbers have gaps")
    return [(name, os.path.relpath(path, out)) for _, name, path in lines]


def spread(count, most):
    """At most `most` numbers from 1 to `count`, evenly spread, first and last included."""
    if most >= count:
        return list(range(1, count + 1))
    return sorted({1 + round(i * (count - 1) / (most - 1)) for i in range(most)})


def copy(folder, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to, symlinks=True)


def main(test):
    """Runs a test in a scratch folder, which is kept if it fails and KOPPEL_FAULT_KEEP is set."""
    scratch = tempfile.mkdtemp(prefix="koppel-fault-")
    try:
        print(test(scratch))
    except Failed as failure:
        print(failure, file=sys.stderr)
        if os.environ.get("KOPPEL_FAULT_KEEP"):
            sys.exit(f"kept: {scratch}")
        shutil.rmtree(scratch, ignore_errors=True)
        sys.exit(1)
    shutil.rmtree(scratch, ignore_errors=True)
