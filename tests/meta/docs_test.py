#!/usr/bin/env python3
"""Runs what the documentation says: every shell command of a block, and every pipeline file.

    docs_test.py KOPPEL SOURCE_DIR [PAGE...]

In a block marked `sh` each line is run in a scratch folder that holds `pipelines/` and a
folder `corpus/` with the sample corpus, and `scans/` with files of each format of scans; it must end with status 0. A `yaml` block
that begins with `# file: NAME` is first written there; every one that has the key `koppel` must pass `koppel check`. A block
marked `sh needs=TOOL` is run where the tool is installed; those that need the SDK are for tests/integration/out_of_tree.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(\w+)(?: needs=(\S+))?\n(.*?)^```", re.M | re.S)


def check_page(koppel, source, page):
    failures, checked = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        os.symlink(source / "pipelines", os.path.join(scratch, "pipelines"))
        os.symlink(source / "pipelines/sample", os.path.join(scratch, "corpus"))
        os.mkdir(os.path.join(scratch, "scans"))
        for scan in source.glob("plugins/read_ocr/tests/golden/*/input.*"):
            os.symlink(scan, os.path.join(scratch, "scans", scan.parent.name + "".join(scan.suffixes)))
        os.symlink(source / "pipelines/sample/scan.alto.xml", os.path.join(scratch, "scans/scan.alto.xml"))
        environment = dict(os.environ, PATH=f"{koppel.parent}:{os.environ['PATH']}")

        def run(command):
            done = subprocess.run(["bash", "-c", command], cwd=scratch, env=environment, capture_output=True, text=True)
            if done.returncode != 0:
                failures.append(f"{page}: `{command}` ended with {done.returncode}:\n{done.stderr}")

        for kind, tool, body in BLOCK.findall(page.read_text(encoding="utf-8")):
            if kind == "yaml" and not tool and re.search(r"^koppel:", body, re.M):
                named = re.match(r"# file: (\S+)", body)
                name = named.group(1) if named else "block.yaml"
                pathlib.Path(scratch, name).write_text(body, encoding="utf-8")
                run(f"koppel check {name}")
                checked += 1
            elif kind == "sh" and (not tool or shutil.which(tool)):
                for command in body.strip().splitlines():
                    run(command)
                    checked += 1
    return failures, checked


def main():
    koppel, source = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    pages = [pathlib.Path(p) for p in sys.argv[3:]] or sorted([*source.glob("docs/**/*.md"), *source.glob("plugins/*/README.md"),
                                                                source / "README.md", source / "pipelines/README.md"])
    failures, checked = [], 0
    for page in pages:
        bad, count = check_page(koppel, source, page)
        failures += bad
        checked += count
    print("\n".join(failures) or f"{checked} commands and pipeline files in {len(pages)} pages")
    return 1 if failures or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
