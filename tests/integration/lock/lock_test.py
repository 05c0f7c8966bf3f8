#!/usr/bin/env python3
"""Changes one byte in each thing that a lock holds, and sees whether `koppel run --locked` finds and names it.

    lock_test.py KOPPEL

Works on a copy of the program, its libraries and plugins, and on a project with dictionaries of its own.
"""
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

PIPELINE = """koppel: 1
name: locked
read: {use: read.text, with: {paths: [corpus]}}
steps:
  - {use: text.dehyphenate, with: {language: nl}}
  - {use: segment.sentences, with: {language: nl}}
  - {use: segment.tokens, with: {language: nl}}
  - {use: sentiment.lexicon, with: {language: nl, lexicons: [lexicons/own.tsv]}}
write: {use: write.jsonl, with: {path: documents.jsonl}}
"""
PLUGINS = ["read_text", "text", "segment", "sentiment", "write"]
TEXT = "De organi-\nsatie is geweldig. Zij is er voor iedereen.\n"
DRIFT = 4


class World:
    """A program and a project below one folder."""

    def __init__(self, koppel, root):
        self.root, self.project = root, root / "project"
        built = koppel.parent.parent
        (root / "bin").mkdir(parents=True)
        shutil.copy2(koppel, root / "bin/koppel")
        for library in built.glob("lib/libkoppel_*.so"):
            (root / "lib").mkdir(exist_ok=True)
            shutil.copy2(library, root / "lib" / library.name)
        for plugin in PLUGINS:
            shutil.copytree(built / "lib/koppel" / plugin, root / "lib/koppel" / plugin)
        self.write("dictionaries/nl.aff", "SET UTF-8\n")
        self.write("dictionaries/nl.dic", "1\norganisatie\n")
        self.use_own_dictionaries()
        self.write("project/p.yaml", PIPELINE)
        self.write("project/lexicons/own.tsv", "# language: nl\n# licence: CC0-1.0\niedereen\tadverb\t0.2\n")
        for name in ["a", "b", "deep/c"]:
            self.write(f"project/corpus/{name}.txt", TEXT)

    def use_own_dictionaries(self):
        """The word list is not installed."""
        data = self.root / "lib/koppel/text/data/nl.yaml"
        text = data.read_text(encoding="utf-8")
        text = text.replace("/usr/share/hunspell/nl_NL", str(self.root / "dictionaries/nl"))
        text = text.replace("/usr/share/dict/dutch", str(self.root / "dictionaries/words"))
        data.write_text(text, encoding="utf-8")

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def start(self, *words):
        environment = {k: v for k, v in os.environ.items() if k != "KOPPEL_PLUGIN_PATH"}
        environment["LD_LIBRARY_PATH"] = str(self.root / "lib")
        return subprocess.Popen([self.root / "bin/koppel", *words], cwd=self.project, env=environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def koppel(self, *words):
        process = self.start(*words)
        out, err = process.communicate()
        return process.returncode, out, err

    def run_locked(self, *words):
        shutil.rmtree(self.project / "out", ignore_errors=True)
        return self.koppel("run", "p.yaml", "--locked", *words)


@contextlib.contextmanager
def changed(path, change):
    """The file as `change` makes it of its bytes (None: no file), and afterwards as it was."""
    before = path.read_bytes() if path.exists() else None
    after = change(before)
    path.unlink(missing_ok=True)
    if after is not None:
        path.write_bytes(after)
    if before is not None and after is not None:
        shutil.copymode(path, path)
        path.chmod(0o755)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        if before is not None:
            path.write_bytes(before)
            path.chmod(0o755)


def last_byte(bytes_):
    return bytes_[:-1] + bytes([bytes_[-1] ^ 1])


def more(bytes_):
    return bytes_ + b"\n"


def new(bytes_):
    assert bytes_ is None
    return b"een\n"


def gone(_):
    return None


# File below the root, change, what the message must begin with.
CHANGES = [
    ("bin/koppel", more, "program koppel: was sha256 "),
    ("lib/libkoppel_sdk.so", more, "program libkoppel_sdk.so: was sha256 "),
    ("lib/libkoppel_proto.so", more, "program libkoppel_proto.so: was sha256 "),
    ("lib/koppel/segment/segment.so", more, "plugin segment: was sha256 "),
    ("lib/koppel/segment/segment.so", last_byte, "plugin segment: was sha256 "),
    ("lib/koppel/segment/data/nl.txt", more, "resource plugin:segment/data/nl.txt: was sha256 "),
    ("lib/koppel/segment/data/xx.txt", lambda _: b"[title]\n", "resource plugin:segment/data/xx.txt: is new"),
    ("lib/koppel/text/data/nl.yaml", more, "resource plugin:text/data/nl.yaml: was sha256 "),
    ("dictionaries/nl.dic", lambda b: b.replace(b"organisatie", b"organisaties"), "resource {root}/dictionaries/nl.dic: was sha256 "),
    ("dictionaries/nl.aff", more, "resource {root}/dictionaries/nl.aff: was sha256 "),
    ("dictionaries/words", new, "resource {root}/dictionaries/words: was not there, is sha256 "),
    ("project/lexicons/own.tsv", lambda b: b.replace(b"0.2", b"0.3"), "resource lexicons/own.tsv: was sha256 "),
    ("project/corpus/a.txt", last_byte, "input corpus/a.txt: was sha256 "),
    ("project/corpus/deep/c.txt", more, "input corpus/deep/c.txt: was sha256 "),
    ("project/corpus/b.txt", gone, "input corpus/b.txt: is gone, was sha256 "),
    ("project/corpus/d.txt", new, "input corpus/d.txt: is new, sha256 "),
    ("project/p.yaml", more, "pipeline file p.yaml: was sha256 "),
]


def check_unchanged(world):
    status, out, err = world.run_locked()
    assert status == 0, f"{status}: {out}{err}"
    assert (world.project / "out/documents.jsonl").exists()


def check_changes(world):
    for name, change, message in CHANGES:
        with changed(world.root / name, change):
            status, _, err = world.run_locked()
            assert status == DRIFT, f"{name}: status {status}\n{err}"
            lines = err.splitlines()
            expected = message.format(root=world.root)
            assert any(line.startswith(expected) for line in lines[:-1]), f"{name}: expected {expected!r} in\n{err}"
            assert len(lines) == 2, f"{name}: more than one thing drifted\n{err}"
            if change is not gone:
                assert re.search(r"; changed 20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$", lines[0]), err
            assert re.search(r"1 thing is not as locked in koppel.lock at 20\S+Z; to accept what is there now: koppel lock p.yaml", lines[-1]), err
            assert not (world.project / "out").exists(), f"{name}: something was read or written"
    check_unchanged(world)


def check_parameters(world):
    status, _, err = world.run_locked("--set", "segment.sentences.language=de")
    assert status == DRIFT, err
    assert 'parameter segment.sentences.language: was "nl", is "de"' in err, err
    assert "koppel lock p.yaml --set segment.sentences.language=de" in err, err


def check_all_at_once(world):
    with changed(world.project / "corpus/a.txt", more), changed(world.root / "dictionaries/nl.dic", more), \
            changed(world.root / "lib/koppel/text/text.so", more):
        status, _, err = world.run_locked("--set", "segment.sentences.language=de")
        assert status == DRIFT, err
        assert "4 things are not as locked" in err, err
        for name in ["parameter segment", "plugin text", "dictionaries/nl.dic", "corpus/a.txt"]:
            assert name in err, err


def check_next_command(world):
    """The command that the message names makes the run pass."""
    with changed(world.project / "corpus/a.txt", more):
        _, _, err = world.run_locked()
        words = re.search(r"to accept what is there now: koppel (.*?)( \[drift\])?$", err.strip()).group(1).split()
        before = (world.project / "koppel.lock").read_text()
        assert world.koppel(*words)[0] == 0
        check_unchanged(world)
        after = (world.project / "koppel.lock").read_text()
        differing = [line for line in after.splitlines() if line not in before.splitlines()]
        assert [line for line in differing if '"since"' not in line] == [line for line in differing if "corpus/a.txt" in line], differing
    assert world.koppel("lock", "p.yaml")[0] == 0


def check_lock_again(world):
    """A lock that says the same is left alone; --check tells the same as a run."""
    lock = world.project / "koppel.lock"
    before = lock.read_bytes()
    time.sleep(1.1)
    status, out, err = world.koppel("lock", "p.yaml")
    assert status == 0 and "unchanged since" in out, out + err
    assert lock.read_bytes() == before
    assert world.koppel("lock", "p.yaml", "--check")[0] == 0
    with changed(world.project / "corpus/a.txt", more):
        assert world.koppel("lock", "p.yaml", "--check")[0] == DRIFT
    assert lock.read_bytes() == before


def check_moved(world, elsewhere):
    """A project that is moved stays locked."""
    elsewhere.parent.mkdir()
    shutil.move(world.project, elsewhere)
    there, world.project = elsewhere, elsewhere
    try:
        check_unchanged(world)
    finally:
        world.project = world.root / "project"
        shutil.move(there, world.project)


def check_no_lock(world):
    status, _, err = world.koppel("run", "p.yaml", "--locked=none.lock")
    assert status == 1 and "`koppel lock p.yaml --out none.lock` makes one" in err, err


def check_drift_during_run(world):
    """An input that changes after the lock was checked stops the run, whether it was read by then or not."""
    for i in range(400):
        world.write(f"project/many/{i:03}.txt", TEXT * 50)
    words = ["--input", "many"]
    assert world.koppel("lock", "p.yaml", *words, "--out", "many.lock")[0] == 0
    process = world.start("run", "p.yaml", *words, "--locked=many.lock", "--threads", "1", "--no-report")
    while not (world.project / "out").exists() and process.poll() is None:
        time.sleep(0.001)
    (world.project / "many/399.txt").write_text(TEXT + "Later.\n")
    _, err = process.communicate()
    assert process.returncode == DRIFT, err
    assert "the input many/399.txt was changed while the run went on" in err, err


def main():
    koppel = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        world = World(koppel, pathlib.Path(scratch).resolve() / "world")
        status, out, err = world.koppel("lock", "p.yaml")
        assert status == 0, err
        check_unchanged(world)
        check_changes(world)
        check_parameters(world)
        check_all_at_once(world)
        check_next_command(world)
        check_lock_again(world)
        check_moved(world, pathlib.Path(scratch).resolve() / "moved/deeper")
        check_no_lock(world)
        shutil.rmtree(world.project / "out", ignore_errors=True)
        check_drift_during_run(world)
    print(f"{len(CHANGES)} changes found and named")


if __name__ == "__main__":
    main()
