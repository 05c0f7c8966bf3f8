#!/usr/bin/env python3
"""Does what the guide to plugins says, as somebody would who has only that page.

    follow_guide.py GUIDE SOURCE BUILD WORK

The guide's blocks that are marked `needs=sdk` count. One that begins with `file: NAME` is written to that file, the others are
run in their order, as one script, in the folder WORK. There `koppel` is the tree, and `koppel/build/release` stands for BUILD.
Compiler, generator and flags come from the environment, as CMake reads them.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

BLOCK = re.compile(r"^```(\w+) needs=sdk\n(?:(?://|#) file: (\S+)\n)?(.*?)^```", re.M | re.S)


def main():
    guide, source, build, work = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    (work / "koppel").symlink_to(source)
    script, files = ["set -euxo pipefail"], 0
    for kind, name, body in BLOCK.findall(guide.read_text(encoding="utf-8")):
        if name:
            path = work / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="utf-8")
            files += 1
        elif kind == "sh":
            script.append(body.replace("koppel/build/release", str(build)))
    assert files >= 6 and len(script) >= 6, f"{guide} has {files} files and {len(script) - 1} blocks of commands"
    script.append("koppel plugins doctor | grep -E 'sound +filter 1.0.0'")
    script.append("test $(grep -ciE ',(de|het|een)$' out/words.csv) = 0")
    script.append("test $(wc -l < out/words.csv) -gt 1000")
    environment = dict(os.environ, PATH=f"{build}/bin:{os.environ['PATH']}")
    return subprocess.run(["bash", "-c", "\n".join(script)], cwd=work, env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
