#!/usr/bin/env python3
"""What each component costs: one row for every component that is installed, none left out.

components.py KOPPEL [--megabytes N]: makes documents of every format from the sample corpus, runs
all components over them on one thread, and prints a Markdown table from the times in run.json.
MB is that of the file for readers, of the text for all others. Fails if a component has no row.
"""
import argparse
import html
import json
import pathlib
import subprocess
import tempfile

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "pipelines" / "sample"

STEPS = """
  - use: text.normalize
  - use: text.running_heads
  - use: text.layout
  - use: language.detect
  - use: text.dehyphenate
  - use: text.fragments
  - use: text.ocr
  - use: text.paragraphs
  - use: text.boilerplate
  - use: segment.sentences
  - use: segment.tokens
  - use: speakers.turns
  - use: speakers.quotes
  - use: sentiment.lexicon
"""
WRITERS = """
  - use: write.jsonl
  - use: write.text
  - use: write.koppel
  - {use: write.csv, with: {layers: [turn, quote, sentiment]}}
  - {use: write.tsv, with: {layers: [token]}}
"""


def paragraphs():
    """Paragraphs of those of the sample's text files that are UTF-8, again and again, in one order."""
    found = []
    for file in sorted(SAMPLE.glob("*.txt")):
        text = file.read_bytes().decode("utf-8", "ignore")
        if text.encode("utf-8") == file.read_bytes() and "\0" not in text:
            found += [part for part in text.split("\n\n") if part.strip()]
    while True:
        yield from found


def hocr(text):
    words = (f"<span class='ocrx_word' title='bbox {i * 10} 10 {i * 10 + 9} 20; x_wconf 90'>{html.escape(word)}</span>"
             for i, word in enumerate(text.split()))
    return f"<span class='ocr_line' title='bbox 0 10 900 20'>{' '.join(words)}</span>"


def page_xml(text):
    return (f"<TextLine><Coords points='0,10 900,10 900,20 0,20'/><TextEquiv><Unicode>{html.escape(text)}"
            "</Unicode></TextEquiv></TextLine>")


def alto(text):
    words = (f'<String CONTENT="{html.escape(word)}" HPOS="{i * 10}" VPOS="10" WIDTH="9" HEIGHT="10"/>'
             for i, word in enumerate(text.split()))
    return f"<TextLine>{'<SP/>'.join(words)}</TextLine>"


FORMATS = {
    "read.text": ("txt", lambda parts: "\n\n".join(parts)),
    "read.jsonl": ("jsonl", lambda parts: json.dumps({"text": "\n\n".join(parts)}) + "\n"),
    "read.html": ("html", lambda parts: "<html lang='nl'><body><article>" + "".join(
        f"<p>{html.escape(part)}</p>" for part in parts) + "</article></body></html>"),
    "read.hocr": ("hocr", lambda parts: "<html><body><div class='ocr_page' title='bbox 0 0 1000 1400'>" + "".join(
        hocr(line) for part in parts for line in part.splitlines()) + "</div></body></html>"),
    "read.page": ("page.xml", lambda parts: "<PcGts><Page imageWidth='1000' imageHeight='1400'><TextRegion id='r'>"
                  "<Coords points='0,0 1000,0 1000,1400 0,1400'/>" + "".join(
                      page_xml(line) for part in parts for line in part.splitlines()) + "</TextRegion></Page></PcGts>"),
    "read.alto": ("alto.xml", lambda parts: "<alto><Layout><Page WIDTH='1000' HEIGHT='1400'><PrintSpace><TextBlock>" + "".join(
        alto(line) for part in parts for line in part.splitlines()) + "</TextBlock></PrintSpace></Page></Layout></alto>"),
}


def make(folder, suffix, render, size):
    """Documents of some 50 kB of text, `size` bytes in all."""
    folder.mkdir()
    source, made, number = paragraphs(), 0, 0
    while made < size:
        parts, length = [], 0
        while length < 50_000:
            parts.append(next(source))
            length += len(parts[-1])
        text = render(parts)
        (folder / f"{number:04}.{suffix}").write_text(text, "utf-8")
        made, number = made + len(text), number + 1


class Bench:
    def __init__(self, koppel, folder):
        self.koppel, self.folder, self.rows = koppel, folder, {}

    def run(self, reader, inputs, steps="", writers="\n  - use: write.text\n"):
        pipeline = self.folder / "p.yaml"
        pipeline.write_text(f"koppel: 1\nread: {{use: {reader}}}\nsteps:{steps or ' []'}\nwrite:{writers}")
        out = self.folder / f"out_{reader}"
        done = subprocess.run([self.koppel, "run", pipeline, "--input", inputs, "--out", out, "--threads", "1",
                               "--quiet", "--no-report"], check=False)
        if done.returncode != 0:
            raise SystemExit(f"{reader}: exit status {done.returncode}")
        run = json.loads((out / "run.json").read_text())
        text = sum(file.stat().st_size for file in (out / "text").rglob("*.txt"))
        for step in run["steps"]:
            size = run["counts"]["bytes"] if step["id"] == reader else text
            if step["seconds"] > 0:
                self.rows.setdefault(step["component"], (size, step["seconds"]))
        return out


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("koppel")
    arguments.add_argument("--megabytes", type=float, default=5)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(options.koppel, pathlib.Path(name))
        for reader, (suffix, render) in FORMATS.items():
            inputs = bench.folder / reader
            make(inputs, suffix, render, int(options.megabytes * 1e6))
            whole = reader == "read.text"
            out = bench.run(reader, inputs, STEPS if whole else "", WRITERS if whole else "\n  - use: write.text\n")
            if whole:
                bench.run("read.koppel", out / "documents.koppel")
        pdfs = bench.folder / "pdfs"
        pdfs.mkdir()
        for copy in range(20):
            for file in SAMPLE.glob("*.pdf"):
                (pdfs / f"{copy:02}_{file.name}").write_bytes(file.read_bytes())
        bench.run("read.pdf", pdfs)
        print_table(bench.rows, components(options.koppel))


def components(koppel):
    listed = json.loads(subprocess.run([koppel, "plugins", "list", "--json"], check=True, capture_output=True).stdout)
    return [component["id"] for plugin in listed["plugins"] for component in plugin["manifest"]["components"]]


def print_table(rows, installed):
    print("| component | MB | s | MB/s |\n| --- | ---: | ---: | ---: |")
    for component in sorted(installed):
        if component not in rows:
            raise SystemExit(f"{component} has no row: give it one in {__file__}")
        size, seconds = rows[component]
        print(f"| {component} | {size / 1e6:.1f} | {seconds:.3f} | {size / 1e6 / seconds:.1f} |")


if __name__ == "__main__":
    main()
