#!/usr/bin/env python3
"""Computes the digests of a run by docs/reference/digest.md and nothing else, and compares them with what the program wrote.

    check_digests.py KOPPEL SOURCE_DIR

Reads the documents from a .koppel file, by docs/reference/koppel-format.md.
"""
import hashlib
import importlib
import itertools
import json
import math
import pathlib
import struct
import subprocess
import sys
import tempfile

import zstandard

PIPELINE = """koppel: 1
name: digests
read:
  - {use: read.text, with: {paths: [sample]}}
  - {use: read.pdf, with: {paths: [sample]}}
  - {use: read.html, with: {paths: [sample]}}
  - {use: read.jsonl, with: {paths: [sample]}}
steps: [{use: text.normalize}, {use: text.layout}, {use: language.detect}, {use: text.dehyphenate}, {use: text.paragraphs},
  {use: text.boilerplate}, {use: segment.sentences}, {use: segment.tokens}, {use: speakers.turns}, {use: speakers.quotes},
  {use: sentiment.lexicon}]
write: {use: write.koppel, with: {path: documents.koppel}}
"""
CONTENT = ["file", "decompressed", "value", "extraction"]
SKIPPABLE_HEADER, SKIPPABLE_INDEX = 0x184D2A50, 0x184D2A51


def u32(value):
    return struct.pack("<I", value)


def u64(value):
    return struct.pack("<Q", value & 0xFFFFFFFFFFFFFFFF)


def text(value):
    return u64(len(value)) + value


def rows(values):
    return struct.pack(f"<{len(values)}I", *values)


def alignment(a):
    return u64(len(a.begin)) + rows(a.begin) + rows(a.removed) + rows(a.inserted)


def categories(values):
    """`values`: bytes or None for each row."""
    places = {}
    for value in values:
        if value is not None:
            places.setdefault(value, len(places) + 1)
    return u64(len(places)) + b"".join(map(text, places)) + rows([places.get(v, 0) for v in values])


def number(value):
    return u64(0x7FF8000000000000) if math.isnan(value) else struct.pack("<d", value + 0.0)


def column(feature, stored, strings, types):
    """The form of a column, or None where it holds no value."""
    kind = types.Type.Name(feature.type).lower()
    codes = list(stored.codes)
    if kind in ("enum", "string"):
        table = [v.encode() for v in feature.values] if kind == "enum" else strings
        has, form = any(c >= 0 for c in codes), categories([table[c] if c >= 0 else None for c in codes])
    elif kind in ("bool", "reference"):
        has, form = any(c >= 0 for c in codes), rows([c + 1 for c in codes])
    elif kind == "int":
        has, form = any(v != -2**63 for v in stored.ints), b"".join(map(u64, stored.ints))
    elif kind == "float":
        has, form = any(not math.isnan(v) for v in stored.floats), b"".join(map(number, stored.floats))
    else:
        ends = [0, *stored.list_end]
        has, form = ends[-1] > 0, rows([b - a for a, b in zip(ends, ends[1:])]) + rows([r + 1 for r in stored.list])
    return text(stored.name) + text(kind.encode()) + form if has else None


def layer(stored, schema, strings, types):
    begin = list(itertools.accumulate(stored.begin))  # stored as differences, and lengths
    end = [b + length for b, length in zip(begin, stored.end)]
    features = {f.name.encode(): f for f in schema.features}
    columns = [column(features[c.name], c, strings, types) for c in sorted(stored.columns, key=lambda c: c.name)]
    columns = [c for c in columns if c is not None]
    return text(stored.name) + u64(len(begin)) + rows(begin) + rows(end) + u64(len(columns)) + b"".join(columns)


def revision(stored, strings):
    return (text(stored.step) + alignment(stored.alignment) + text(stored.removed_text) + text(stored.inserted_text) +
            categories([strings[r] for r in stored.rule]) + struct.pack(f"<{len(stored.confidence)}f", *stored.confidence))


def document_digest(document, schemas, types):
    source, strings = document.source, list(document.strings)
    form = [b"koppel document 1\n", text(document.id), text(source.sha256), text(source.media_type), u64(source.size),
            text(CONTENT[source.content].encode()), alignment(source.alignment), text(document.text), u64(len(document.metadata))]
    form += [text(m.key) + text(m.value) for m in sorted(document.metadata, key=lambda m: m.key)]
    form.append(u64(len(document.layers)))
    form += [layer(one, schemas[one.name], strings, types) for one in sorted(document.layers, key=lambda one: one.name)]
    form.append(u64(len(document.revisions)))
    form += [revision(one, strings) for one in document.revisions]
    return hashlib.sha256(b"".join(form)).digest()


def read_container(path, proto):
    """Documents and the schemas of their layers, from the header to the index."""
    data, at, schemas = path.read_bytes(), 0, {}

    def learn(stored):
        for one in proto.SchemaSet.FromString(stored).layers:
            schemas[one.name.encode()] = one

    while at < len(data):
        magic, size = struct.unpack_from("<II", data, at)
        if magic == SKIPPABLE_HEADER:
            learn(data[at + 8 + 8 + 4 + 32:at + 8 + size])
            at += 8 + size
        elif magic == SKIPPABLE_INDEX:
            return
        else:
            frame = zstandard.ZstdDecompressor().decompressobj()
            record = frame.decompress(data[at:])
            at = len(data) - len(frame.unused_data)
            own, = struct.unpack_from("<I", record)
            learn(record[4:4 + own])
            yield proto.Document.FromString(record[4 + own:]), schemas


def main():
    koppel, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        subprocess.run(["protoc", f"-I{source / 'proto'}", f"--python_out={scratch}", "koppel/v1/document.proto"], check=True)
        sys.path.insert(0, str(scratch))
        proto = importlib.import_module("koppel.v1.document_pb2")
        (scratch / "sample").symlink_to(source / "pipelines/sample")
        (scratch / "p.yaml").write_text(PIPELINE, encoding="utf-8")
        out = scratch / "out"
        subprocess.run([koppel, "run", scratch / "p.yaml", "--out", out, "--quiet", "--no-report"], check=True)
        ours = [(document.id.decode(), document_digest(document, schemas, proto.FeatureSchema))
                for document, schemas in read_container(out / "documents.koppel", proto)]
        theirs = [(line["document"], line["sha256"])
                  for line in map(json.loads, (out / "digests.jsonl").read_text(encoding="utf-8").splitlines())]
        run = json.loads((out / "run.json").read_text(encoding="utf-8"))["digest"]
    total = hashlib.sha256(b"koppel run 1\n" + b"".join(digest for _, digest in ours)).hexdigest()
    wrong = [name for (name, digest), other in zip(ours, theirs) if (name, digest.hex()) != other]
    print(f"{len(ours)} documents; run {total}; differing: {wrong or 'none'}")
    return 0 if ours and len(ours) == len(theirs) and not wrong and total == run else 1


if __name__ == "__main__":
    sys.exit(main())
