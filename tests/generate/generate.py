#!/usr/bin/env python3
"""Makes a corpus of many documents from the sample corpus, the same one for the same seed.

    generate.py FOLDER DOCUMENTS [--bad COUNT] [--seed N] [--kinds .txt,.jsonl]

Of DOCUMENTS, COUNT are bad in as many ways as there are; FOLDER.expected.tsv says of each of these which step must refuse it, with
which kind of error, and words of the reason.
"""
import argparse
import pathlib
import random
import shutil

import damage
import kinds
import prose

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "pipelines/sample"
RECORDS_A_FILE = 25


class Corpus:
    def __init__(self, folder, seed, chosen=None):
        self.folder, self.random = pathlib.Path(folder), random.Random(seed)
        self.prose = prose.Prose(SAMPLE, self.random)
        self.shares = {kind: share for kind, (_, share) in kinds.KINDS.items() if not chosen or kind in chosen}
        self.records, self.expected, self.count, self.files = [], [], 0, 0

    def name(self, suffix):
        """Folders of a hundred files, so that ids have a path."""
        path = self.folder / f"{self.files // 100:03}" / f"{self.count:06}{suffix}"
        self.files += 1
        path.parent.mkdir(parents=True, exist_ok=True)
        return path

    def paragraphs(self):
        self.count += 1
        return self.prose.paragraphs(self.prose.language(), self.count)

    def add_good(self):
        paragraphs = self.paragraphs()
        kind = self.random.choices(list(self.shares), weights=self.shares.values())[0]
        if kind == ".jsonl":
            self.add_record(kinds.record(f"r{self.count:06}", paragraphs))
        else:
            self.name(kind).write_bytes(kinds.KINDS[kind][0](paragraphs, self.random))

    def add_record(self, line):
        self.records.append(line)
        if len(self.records) == RECORDS_A_FILE:
            self.close_records()

    def close_records(self):
        if self.records:
            self.name(".jsonl").write_bytes(b"".join(self.records))
        self.records = []

    def add_bad(self, way):
        """Says what must come of it: file, step, kind, words."""
        suffix, *verdict = damage.EXPECTED[way]
        paragraphs = self.paragraphs()
        if way in damage.RECORDS:
            # A file of its own, so that it is known which file the bad record stands in.
            identity = f"r{self.count:06}"
            path = self.name(suffix)
            # The good record counts as a document too.
            path.write_bytes(kinds.record(identity, paragraphs) + damage.bad_record(way, identity))
            self.count += 1
        else:
            path = self.name(suffix)
            path.write_bytes(damage.bad_file(way, paragraphs, self.random))
            if way == "unreadable":
                path.chmod(0)
        self.expected.append([path.relative_to(self.folder).as_posix(), *verdict])

    def fill(self, documents, bad):
        ways = damage.ways()
        # Spread evenly, so that no part of the corpus is without.
        turns = {round((i + 0.5) * documents / bad): ways[i % len(ways)] for i in range(bad)} if bad else {}
        for at, way in sorted(turns.items()):
            while self.count < at:
                self.add_good()
            self.add_bad(way)
        while self.count < documents:
            self.add_good()
        self.close_records()


def make_corpus(folder, documents, bad=0, seed=1, chosen=None):
    """Makes FOLDER anew and returns the expectations: lists of file, step, kind, words."""
    shutil.rmtree(folder, ignore_errors=True)
    corpus = Corpus(folder, seed, chosen)
    corpus.fill(documents, bad)
    return corpus.expected


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("documents", type=int)
    parser.add_argument("--bad", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kinds", type=lambda text: text.split(","), help="ends of file names; all of them by default")
    flags = parser.parse_args()
    expected = make_corpus(flags.folder, flags.documents, flags.bad, flags.seed, flags.kinds)
    table = flags.folder.with_name(flags.folder.name + ".expected.tsv")
    table.write_text("".join("\t".join(row) + "\n" for row in expected), encoding="utf-8")


if __name__ == "__main__":
    main()
